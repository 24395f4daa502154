using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Application.Tests.Reviews;

/// <summary>The cases that tests start from are what the product would have made.</summary>
public sealed class CaseBuilderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_built_case_lies_submitted_before_its_district_with_the_clinker_line_at_4_57()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var id = await new CaseBuilder(portal.Services).SubmitAsync(Cancellation);

        await using var officer = await portal.AsAsync("officer@fuling.example", Desk.District, Cancellation);
        var declaration = await officer.ServiceProvider.GetRequiredService<PortalDbContext>().Declarations.SingleAsync(row => row.Id == id, Cancellation);
        var score = await officer.ServiceProvider.GetRequiredService<FrozenScoreReader>().ReadLatestAsync(id, ScoreParty.Declared, Cancellation);

        Assert.Equal(CaseState.Submitted, declaration.State);
        Assert.True(score!.Intact);
        var line = score.Sheet.Indicators.Single(row => row.Code == "energy_intensity").Rows.Single();
        Assert.Equal(4.571m, Math.Round(line.Score, 3));
        await using var signer = await portal.AsAsync("signer@cement.example", Desk.Apply, Cancellation);
        var late = await signer.ServiceProvider.GetRequiredService<SaveSectionHandler>().HandleAsync(
            new SaveSection(id, SectionCodes.Profile, FormToken.Open(0), new Dictionary<string, IReadOnlyList<string>> { [FormField.OfProfile("address").Name] = ["改址"] }, null), Cancellation);
        Assert.Equal(DeclarationErrors.NotEditable(CaseState.Submitted), late.Error);
    }
}
