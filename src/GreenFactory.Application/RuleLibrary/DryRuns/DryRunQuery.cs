using GreenFactory.Application.Data;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Simulation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary.DryRuns;

/// <summary>A dry run with what it is about.</summary>
/// <param name="Run">The dry run.</param>
/// <param name="CampaignTitle">The campaign.</param>
/// <param name="Before">The version that scored the submissions.</param>
/// <param name="After">The version that is tried, as it is now.</param>
/// <param name="Report">The report; null until finished.</param>
public sealed record DryRunPage(DryRun Run, string CampaignTitle, RuleSetVersion Before, RuleSetVersion After, DryRunReport? Report)
{
    /// <summary>Whether the version that is tried still has the content it was tried with.</summary>
    public bool SameContent => Run.VersionHash == After.ContentHash;
}

/// <summary>A submission of a dry run.</summary>
public sealed record DryRunMove(
    DeclarationId Declaration, string CaseNumber, string Organisation, string District, string IndustryCode, decimal Before, decimal After, int RankBefore, int RankAfter, DryRunCrossing Crossing, int RefusedAnswers, IReadOnlyList<SimulatedEffect> Effects)
{
    /// <summary>Change of the total.</summary>
    public decimal Change => After - Before;

    /// <summary>What moved it most; null when it did not move.</summary>
    public SimulatedEffect? Main => SimulatedOutcome.Largest(Effects);
}

/// <summary>Reads dry runs for whoever oversees the city.</summary>
public sealed class DryRunQuery(PortalDbContext db)
{
    /// <summary>A dry run, or null; four queries.</summary>
    public async Task<DryRunPage?> FindAsync(DryRunId id, CancellationToken cancellation)
    {
        if (await db.DryRuns.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } run)
        {
            return null;
        }

        var campaign = await db.Campaigns.Where(row => row.Id == run.CampaignId).Select(row => row.Title).FirstAsync(cancellation);
        var before = await db.RuleSetVersions.AsNoTracking().FirstAsync(row => row.Id == run.BaseVersionId, cancellation);
        var after = await db.RuleSetVersions.AsNoTracking().FirstAsync(row => row.Id == run.VersionId, cancellation);
        return new DryRunPage(run, campaign, before, after, run.Report is { } report ? DryRunReport.Read(report) : null);
    }

    /// <summary>Submissions by their new rank, those after a rank; one query.</summary>
    public Task<List<DryRunMove>> ByRankAsync(DryRunId id, int after, int most, CancellationToken cancellation) =>
        ReadAsync(db.DryRunRows.Where(row => row.DryRunId == id && row.RankAfter > after).OrderBy(row => row.RankAfter).Take(most), cancellation);

    /// <summary>Submissions that moved most; one query.</summary>
    public async Task<IReadOnlyList<DryRunMove>> LargestAsync(DryRunId id, int most, CancellationToken cancellation) =>
        [.. (await ReadAsync(db.DryRunRows.Where(row => row.DryRunId == id && row.After != row.Before).OrderByDescending(row => Math.Abs(row.After - row.Before)).ThenBy(row => row.RankAfter).Take(most), cancellation))
            .OrderByDescending(move => Math.Abs(move.Change)).ThenBy(move => move.RankAfter)];

    /// <summary>Submissions that cross the line, by their new rank; one query.</summary>
    public Task<List<DryRunMove>> CrossingAsync(DryRunId id, int most, CancellationToken cancellation) =>
        ReadAsync(db.DryRunRows.Where(row => row.DryRunId == id && row.Crossing != DryRunCrossing.None).OrderBy(row => row.RankAfter).Take(most), cancellation);

    private async Task<List<DryRunMove>> ReadAsync(IQueryable<DryRunRow> rows, CancellationToken cancellation)
    {
        var found = await (
            from row in rows
            join declaration in db.Declarations on row.DeclarationId equals declaration.Id
            join organisation in db.Organisations on declaration.OrganisationId equals organisation.Id
            join district in db.Districts on declaration.DistrictId equals district.Id
            orderby row.RankAfter
            select new { Row = row, declaration.CaseNumber, declaration.IndustryCode, Organisation = organisation.Name, District = district.Name }).AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. found.Select(one => new DryRunMove(
                one.Row.DeclarationId, one.CaseNumber, one.Organisation, one.District, one.IndustryCode ?? "", one.Row.Before, one.Row.After, one.Row.RankBefore, one.Row.RankAfter, one.Row.Crossing, one.Row.RefusedAnswers, DryRunEffects.Read(one.Row.Effects))),
        ];
    }
}
