using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using GreenFactory.Web.Tests.Pages;
using Npgsql;

namespace GreenFactory.Web.Tests.Access;

/// <summary>The portal with a <see cref="WholeCampaign"/> in its first municipality, and with people who hold every role somewhere else.</summary>
public sealed class CampaignHost : PortalHost
{
    /// <summary>The campaign.</summary>
    internal WholeCampaign Campaign { get; private set; } = null!;

    /// <summary>People of the second municipality.</summary>
    internal IReadOnlyDictionary<Role, string> SecondCity { get; private set; } = null!;

    /// <summary>People of another district, department or organisation of the first municipality, and an expert without cases.</summary>
    internal IReadOnlyDictionary<Role, string> AnotherUnit { get; private set; } = null!;

    /// <summary>The pages.</summary>
    internal IReadOnlyList<PortalPage> Pages { get; private set; } = [];

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var cancellation = TestContext.Current.CancellationToken;
        Campaign = new WholeCampaign(Services, Database.OwnerConnectionString, 1, cancellation);
        await Campaign.RunAsync();
        SecondCity = await new Strangers(Services, cancellation).OfSecondCityAsync();
        AnotherUnit = await new Strangers(Services, cancellation).OfAnotherUnitAsync();
        Pages = await PortalPages.AllAsync(this);
        await SettleAsync();
    }

    /// <summary>
    /// What the first municipality holds, as one hash for each table. Sessions, letters on their way and counts of tries are left out: reading a page
    /// touches the first, background work the second, and a refused form the third.
    /// </summary>
    internal async Task<IReadOnlyDictionary<string, string>> FingerprintAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var source = NpgsqlDataSource.Create(Database.OwnerConnectionString);
        var tables = new List<string>();
        await using (var list = source.CreateCommand(
            "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'municipality_id' and table_name not in ('user_session', 'outbox_message', 'attempt_counter')"))
        {
            await using var reader = await list.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                tables.Add(reader.GetString(0));
            }
        }

        var hashes = new Dictionary<string, string>();
        foreach (var table in tables)
        {
            await using var hash = source.CreateCommand(
                $"select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from \"{table}\" t where municipality_id = (select id from municipality where code = 'cq')");
            hashes[table] = (string)(await hash.ExecuteScalarAsync(cancellation))!;
        }

        return hashes;
    }

    /// <summary>Waits until the background work of the campaign is done.</summary>
    private async Task SettleAsync()
    {
        await using var source = NpgsqlDataSource.Create(Database.OwnerConnectionString);
        await using var waiting = source.CreateCommand("select count(*) from outbox_message where done_at is null and attempts = 0");
        for (var i = 0; i < 240 && (long)(await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0; i++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }
}
