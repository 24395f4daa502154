using System.Security.Cryptography;
using System.Text;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Seeding;
using GreenFactory.Samples;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Application.Tests.Samples;

/// <summary>A hash over every row that a year is planted with, and over the files it points to.</summary>
internal static class YearDigest
{
    /// <summary>Collects the year without writing it.</summary>
    public static async Task<string> OfAsync(PortalDatabase portal, SampleOptions options, CancellationToken cancellation)
    {
        await using var db = PortalMigrator.OpenAsOwner(portal.OwnerConnectionString, SampleWork.Access());
        var world = await World.ReadAsync(db, new CompiledRuleSetCache(), cancellation);
        var papers = await new SampleWork(portal.OwnerConnectionString, db, options).FillShelfAsync(portal.Services.GetRequiredService<IFileStore>(), world, cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var planting = new Planting(PortalSeeder.Chongqing.Id, options.Seed, SampleYear.Start);
        var planter = new YearPlanter(planting, world, papers, _ => Take(db.Model, planting.Store, hash));
        await planter.PlantAsync(options.Size, cancellation);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static Task Take(IModel model, RowStore store, IncrementalHash hash)
    {
        foreach (var row in store.Take())
        {
            // The published password is hashed with salt.
            var values = model.FindEntityType(row.GetType())!.GetProperties().Where(property => !property.IsShadowProperty() && property.Name is not ("PasswordHash" or "ConcurrencyStamp"))
                .Select(property => Text(property.GetGetter().GetClrValue(row)));
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.GetType().Name}\n{string.Join('\n', values)}\n"));
        }

        return Task.CompletedTask;
    }

    private static string Text(object? value) => value is IEnumerable<string> many ? string.Join('|', many) : string.Create(null, $"{value}");
}
