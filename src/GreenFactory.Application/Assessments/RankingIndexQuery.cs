using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>One ranking of a campaign in numbers, without its scores.</summary>
/// <param name="Version">The rule-set version.</param>
/// <param name="Title">Its title and version.</param>
/// <param name="Kind">Factory or park.</param>
/// <param name="Cases">How many cases have been assessed by it.</param>
/// <param name="Shortlisted">How many of them are on the shortlist, in a notice or published.</param>
/// <param name="Undecided">How many wait for a decision.</param>
/// <param name="Freed">How many places noticed cases have lost and nobody has taken.</param>
/// <param name="Places">Its quota; null before one is set.</param>
public sealed record RankingSummary(RuleSetVersionId Version, string Title, OrganisationKind Kind, int Cases, int Shortlisted, int Undecided, int Freed, int? Places)
{
    /// <summary>Whether the lead has something to decide in it.</summary>
    public bool Waits => Undecided > 0 || Freed > 0;
}

/// <summary>Reads which rankings a campaign has; three queries, whatever their number.</summary>
public sealed class RankingIndexQuery(PortalDbContext db)
{
    /// <summary>Reads, factories before parks, by title.</summary>
    public async Task<IReadOnlyList<RankingSummary>> ReadAsync(CampaignId campaign, CancellationToken cancellation)
    {
        var counts = await db.Declarations
            .Where(row => row.CampaignId == campaign && row.Purpose == DeclarationPurpose.NewEntry && RankingQuery.Ranked.Contains(row.State))
            .Select(row => new
            {
                row.State,
                Freed = (row.State == CaseState.Disqualified || row.State == CaseState.NotShortlisted) && db.NoticeRows.Any(line => line.DeclarationId == row.Id)
                    && !db.SelectionDecisions.Any(one => one.Freed == row.Id && one.Kind == SelectionKind.MovedUp),
                Version = db.FrozenScores.Where(s => s.DeclarationId == row.Id && s.Party == ScoreParty.Final).OrderByDescending(s => s.Sequence).Select(s => s.RuleSetVersionId).First(),
            })
            .GroupBy(row => new { row.Version, row.State, row.Freed })
            .Select(group => new { group.Key.Version, group.Key.State, group.Key.Freed, Cases = group.Count() })
            .ToListAsync(cancellation);
        var ids = counts.Select(row => row.Version).Distinct().ToList();
        var versions = await db.RuleSetVersions.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Title, row.Version, row.Kind }).ToListAsync(cancellation);
        var quotas = await db.SelectionQuotas.Where(row => row.CampaignId == campaign).Select(row => new { row.RuleSetVersionId, row.Places }).ToListAsync(cancellation);
        int Count(RuleSetVersionId version, params CaseState[] states) => counts.Where(row => row.Version == version && states.Contains(row.State)).Sum(row => row.Cases);
        return
        [
            .. versions.OrderBy(version => version.Kind).ThenBy(version => version.Title, StringComparer.Ordinal).Select(version => new RankingSummary(
                version.Id,
                $"{version.Title} {version.Version}",
                version.Kind,
                Count(version.Id, RankingQuery.Ranked),
                Count(version.Id, CaseState.Shortlisted, CaseState.PublicNotice, CaseState.Published),
                Count(version.Id, CaseState.Assessed),
                counts.Where(row => row.Version == version.Id && row.Freed).Sum(row => row.Cases),
                quotas.Find(row => row.RuleSetVersionId == version.Id)?.Places)),
        ];
    }
}
