using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>A ranked case.</summary>
/// <param name="Advisory">Mean of the experts' sums of advisory points; beside the score, never in it.</param>
/// <param name="Verified">The district's verified score.</param>
/// <param name="Preference">What the preference rule of the rule set makes of the final facts, beside the score; null when the set has none.</param>
/// <param name="Reason">Reason of the decision; empty before one.</param>
public sealed record RankedCase(
    RankedEntry Place, string OrganisationName, string DistrictName, string IndustryCode, CaseState State, decimal? Verified, decimal? Advisory, PreferenceReading? Preference, string Reason);

/// <summary>A case whose stored final score is not the one that was frozen.</summary>
public sealed record RefusedScore(DeclarationId Declaration, string CaseNumber, string OrganisationName);

/// <summary>The ranking of one rule-set version. Kinds are apart because a rule set is for one kind.</summary>
public sealed record RuleSetRanking(
    RuleSetVersionId Version, string Title, string Provenance, string ContentHash, OrganisationKind Kind, int? Places, string PlacesReason, IReadOnlyList<RankedCase> Cases)
{
    /// <summary>Cases whose stored score is not what was frozen; they have no place.</summary>
    public IReadOnlyList<RefusedScore> Refused { get; init; } = [];

    /// <summary>Points of the last place inside the line; null without a line.</summary>
    public decimal? LinePoints => Places is { } places && places > 0 && Cases.Count > 0 ? Cases[Math.Min(places, Cases.Count) - 1].Place.Entry.Points : null;
}

/// <summary>
/// Reads the rankings of one campaign, one for each rule-set version; at most six queries. A score that is not what was frozen is
/// refused: its case is named and has no place.
/// </summary>
public sealed class RankingQuery(PortalDbContext db, RuleSetOfCaseReader ruleSets, ScoreIntegrity integrity, RaiseAlarmHandler alarms)
{
    private static readonly CaseState[] Ranked =
        [CaseState.Assessed, CaseState.Shortlisted, CaseState.NotShortlisted, CaseState.PublicNotice, CaseState.Disqualified, CaseState.Published];

    /// <summary>Reads.</summary>
    public async Task<IReadOnlyList<RuleSetRanking>> ReadAsync(CampaignId campaign, CancellationToken cancellation)
    {
        var rows = await db.Declarations
            .Where(row => row.CampaignId == campaign && row.Purpose == DeclarationPurpose.NewEntry && Ranked.Contains(row.State))
            .Select(row => new
            {
                row.Id,
                row.CaseNumber,
                row.State,
                row.IndustryCode,
                row.SubmittedAt,
                Organisation = db.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Name).First(),
                District = db.Districts.Where(d => d.Id == row.DistrictId).Select(d => d.Name).First(),
                Final = db.FrozenScores.Where(s => s.DeclarationId == row.Id && s.Party == ScoreParty.Final).OrderByDescending(s => s.Sequence)
                    .Select(s => new { s.RuleSetVersionId, Frozen = new FrozenTotal(s.Id, s.Total, s.RuleSetHash, s.Facts, s.AsOf, s.ContentHash) }).First(),
                Verified = db.FrozenScores.Where(s => s.DeclarationId == row.Id && s.Party == ScoreParty.Verified).OrderByDescending(s => s.Sequence).Select(s => (decimal?)s.Total).FirstOrDefault(),
                Reason = db.SelectionDecisions.Where(s => s.DeclarationId == row.Id).OrderByDescending(s => s.DecidedAt).Select(s => s.Reason).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var advisory = await db.ExpertAssignments.Where(a => a.CampaignId == campaign && a.State == AssignmentState.Finished)
            .Select(a => new { a.DeclarationId, Points = db.ExpertMarks.Where(m => m.AssignmentId == a.Id && m.Subject == MarkSubject.Criterion).Sum(m => m.Points) })
            .ToListAsync(cancellation);
        var byCase = rows.ToDictionary(row => row.Id);
        var advisoryOf = advisory.GroupBy(a => a.DeclarationId).ToDictionary(marks => marks.Key, marks => (decimal?)marks.Average(a => a.Points));
        var versionIds = rows.Select(row => row.Final.RuleSetVersionId).Distinct().ToList();
        var versions = await db.RuleSetVersions.Where(row => versionIds.Contains(row.Id))
            .Select(row => new { row.Id, row.Title, row.Version, row.Provenance, row.ContentHash, row.Kind }).ToListAsync(cancellation);
        var compiled = await ruleSets.ReadAsync(versionIds, cancellation);
        var quotas = await db.SelectionQuotas.AsNoTracking().Where(row => row.CampaignId == campaign).ToListAsync(cancellation);
        IReadOnlyList<RuleSetRanking> rankings =
        [
            .. versions.OrderBy(version => version.Kind).ThenBy(version => version.Title, StringComparer.Ordinal).Select(version =>
            {
                var quota = quotas.Find(row => row.RuleSetVersionId == version.Id);
                var ofSet = rows.Where(row => row.Final.RuleSetVersionId == version.Id).ToLookup(row => integrity.Holds(compiled[version.Id], row.Final.Frozen, row.CaseNumber));
                var entries = ofSet[true].Select(row => new RankingEntry(row.Id, row.CaseNumber, row.Final.RuleSetVersionId, row.Final.Frozen.Total, row.SubmittedAt!.Value)).ToList();
                return new RuleSetRanking(
                    version.Id,
                    $"{version.Title} {version.Version}",
                    version.Provenance,
                    version.ContentHash,
                    version.Kind,
                    quota?.Places,
                    quota?.Reason ?? "",
                    [.. ScoreRanking.Rank(entries, quota?.Places).Select(place =>
                    {
                        var row = byCase[place.Entry.Declaration];
                        return new RankedCase(
                            place,
                            row.Organisation,
                            row.District,
                            row.IndustryCode ?? "",
                            row.State,
                            row.Verified,
                            advisoryOf.GetValueOrDefault(row.Id),
                            compiled[version.Id].Prefer(FactsJson.Read(row.Final.Frozen.Facts).Facts, row.Final.Frozen.AsOf),
                            row.Reason ?? "");
                    })])
                {
                    Refused = [.. ofSet[false].Select(row => new RefusedScore(row.Id, row.CaseNumber, row.Organisation))],
                };
            }),
        ];
        foreach (var refused in rankings.SelectMany(ranking => ranking.Refused))
        {
            await alarms.HandleAsync($"score\n{refused.Declaration.Value}", $"案件 {refused.CaseNumber} 的最终得分与冻结时不一致，已停止用于排名。", cancellation);
        }

        return rankings;
    }
}
