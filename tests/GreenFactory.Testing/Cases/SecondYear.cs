using GreenFactory.Application.Clock;
using GreenFactory.Application.Seeding;
using Npgsql;

namespace GreenFactory.Testing.Cases;

/// <summary>The campaign of 2027 of the first municipality, which opens a year after the demonstration's and scores with the same rule sets.</summary>
public static class SecondYear
{
    /// <summary>A moment at which applicants of 2027 file: 2027-07-06 10:00 in Beijing.</summary>
    public static readonly DateTimeOffset Start = ChinaTime.At(2027, 7, 6, 10).ToUniversalTime();

    private const string Sql =
        """
        with next as (
          insert into campaign (id, municipality_id, year, evaluation_year, title, basis, opens_at, district_deadline, notice_days, bottom_rounding)
          select gen_random_uuid(), municipality_id, 2027, 2026, '2027年度市级绿色工厂和绿色工业园区', basis, opens_at + interval '1 year', district_deadline + interval '1 year', notice_days, bottom_rounding
          from campaign where municipality_id = $1 and year = 2026
          returning id, municipality_id)
        insert into campaign_rule_set (campaign_id, rule_set_version_id, municipality_id)
        select next.id, pin.rule_set_version_id, next.municipality_id
        from next, campaign_rule_set pin join campaign on campaign.id = pin.campaign_id where campaign.municipality_id = next.municipality_id and campaign.year = 2026
        """;

    /// <summary>Sets it up, as the owner of the schema; the clock stays where it is.</summary>
    public static async Task AddAsync(string ownerConnectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter { Value = PortalSeeder.Chongqing.Id.Value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
