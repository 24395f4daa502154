using System.Globalization;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Evidence;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Testing.Cases;

/// <summary>A declaration of the cement works that its signer is filling in, with energy carriers and files.</summary>
/// <param name="services">The services of the program under test.</param>
/// <param name="size">How many carriers and files.</param>
/// <param name="cancellation">Stops the work.</param>
public sealed class DraftCase(IServiceProvider services, int size, CancellationToken cancellation)
{
    private static readonly string[] Carriers = ["bituminous", "grid_electricity", "solar_electricity"];
    private static readonly byte[] Pdf = SmallPdf.Saying("evidence");

    /// <summary>Begins it.</summary>
    public async Task<DeclarationId> BeginAsync()
    {
        var organisation = await AsAsync<PortalDbContext, OrganisationId>(db => db.Organisations.Where(row => row.Name == DemonstrationAccounts.CementWorks).Select(row => row.Id).SingleAsync(cancellation));
        var begun = await AsAsync<BeginDeclarationHandler, Result<DeclarationId>>(handler => handler.HandleAsync(new BeginDeclaration(organisation, DeclarationPurpose.NewEntry), cancellation));
        CityCases.Demand(begun.ToResult());
        CityCases.Demand(await AsAsync<ChooseRuleSetHandler, Result>(handler => handler.HandleAsync(new ChooseRuleSet(begun.Value, "3011", null, ""), cancellation)));
        await SaveAsync(begun.Value, new() { ["i.energy_by_carrier"] = ["true"] });
        for (var i = 0; i < Math.Min(size, Carriers.Length); i++)
        {
            var row = string.Create(CultureInfo.InvariantCulture, $"r.energy_carriers.{i}");
            await SaveAsync(begun.Value, new() { [$"{row}.carrier"] = [Carriers[i]], [$"{row}.amount"] = ["100"] });
        }

        for (var i = 0; i < size; i++)
        {
            using var content = new MemoryStream([.. Pdf, (byte)i]);
            CityCases.Demand((await AsAsync<UploadEvidenceHandler, Result<EvidenceFile>>(
                handler => handler.HandleAsync(new UploadEvidence(begun.Value, "neg1", $"证明{i + 1}.pdf", content), cancellation))).ToResult());
        }

        return begun.Value;
    }

    private async Task SaveAsync(DeclarationId id, Dictionary<string, IReadOnlyList<string>> values) =>
        CityCases.Demand((await AsAsync<SaveSectionHandler, Result<SectionSaved>>(
            handler => handler.HandleAsync(new SaveSection(id, "energy", FormToken.Open(0), values, null), cancellation))).ToResult());

    private Task<T> AsAsync<TUseCase, T>(Func<TUseCase, Task<T>> run)
        where TUseCase : notnull => new CityCases(services, cancellation).AsAsync("signer@cement.example", Desk.Apply, run);
}
