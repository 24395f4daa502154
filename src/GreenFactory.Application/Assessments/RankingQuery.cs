using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.RuleLibrary.Values;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>A ranked case.</summary>
/// <param name="Advisory">Mean of the experts' sums of advisory points; beside the score, never in it.</param>
/// <param name="Verified">The district's verified score.</param>
/// <param name="Preference">What the preference rule of the rule set makes of the final facts, beside the score; null when the set has none.</param>
/// <param name="Reason">Reason of the decision; empty before one.</param>
public sealed record RankedCase(
    RankedEntry Place, string OrganisationName, string DistrictName, string IndustryCode, CaseState State, decimal? Verified, decimal? Advisory, PreferenceReading? Preference, string Reason)
{
    /// <summary>Whether a notice holds or held the case.</summary>
    public bool Noticed { get; init; }
}

/// <summary>A place that a noticed case lost, and who is next for it.</summary>
/// <param name="Lost">The case that lost it.</param>
/// <param name="Next">The first on the waiting list that the place has not gone past; null where nobody is left.</param>
public sealed record FreedPlace(RankedCase Lost, RankedCase? Next);

/// <summary>A case whose stored final score is not the one that was frozen.</summary>
public sealed record RefusedScore(DeclarationId Declaration, string CaseNumber, string OrganisationName);

/// <summary>The ranking of one rule-set version. Kinds are apart because a rule set is for one kind.</summary>
public sealed record RuleSetRanking(
    RuleSetVersionId Version, string Title, string Provenance, string ContentHash, OrganisationKind Kind, int? Places, string PlacesReason, IReadOnlyList<RankedCase> Cases)
{
    /// <summary>Cases whose stored score is not what was frozen; they have no place.</summary>
    public IReadOnlyList<RefusedScore> Refused { get; init; } = [];

    /// <summary>How many cases next below the line wait for a place that becomes free.</summary>
    public int Waiting { get; init; }

    /// <summary>The waiting list in its order: the cases next below the line that are neither on the shortlist nor were on a notice.</summary>
    public IReadOnlyList<RankedCase> WaitingList => Places is not { } places ? []
        : [.. Cases.Where(row => row.Place.Rank > places && row.Place.Rank <= places + Waiting && !row.Noticed && row.State is (CaseState.Assessed or CaseState.NotShortlisted))];

    /// <summary>Places that noticed cases lost and that nobody has taken, in the order of ranks.</summary>
    public IReadOnlyList<FreedPlace> Freed { get; init; } = [];

    /// <summary>Points of the last place inside the line; null without a line.</summary>
    public decimal? LinePoints => Places is { } places && places > 0 && Cases.Count > 0 ? Cases[Math.Min(places, Cases.Count) - 1].Place.Entry.Points : null;
}

/// <summary>
/// Reads the rankings of one campaign, one for each rule-set version; at most seven queries. A score that is not what was frozen is
/// refused: its case is named and has no place.
/// </summary>
public sealed class RankingQuery(PortalDbContext db, RuleSetOfCaseReader ruleSets, ScoreIntegrity integrity, ConfirmedValuesReader confirmedValues, RaiseAlarmHandler alarms)
{
    /// <summary>States of the cases that have a place.</summary>
    internal static readonly CaseState[] Ranked =
        [CaseState.Assessed, CaseState.Shortlisted, CaseState.NotShortlisted, CaseState.PublicNotice, CaseState.Disqualified, CaseState.Published];

    /// <summary>Reads every ranking of the campaign.</summary>
    public Task<IReadOnlyList<RuleSetRanking>> ReadAsync(CampaignId campaign, CancellationToken cancellation) => ReadAsync(campaign, null, cancellation);

    /// <summary>Reads the ranking of one rule-set version; null where no case was assessed by it.</summary>
    public async Task<RuleSetRanking?> ReadAsync(CampaignId campaign, RuleSetVersionId version, CancellationToken cancellation) =>
        (await ReadAsync(campaign, (RuleSetVersionId?)version, cancellation)).SingleOrDefault();

    private async Task<IReadOnlyList<RuleSetRanking>> ReadAsync(CampaignId campaign, RuleSetVersionId? only, CancellationToken cancellation)
    {
        var rows = await db.Declarations
            .Where(row => row.CampaignId == campaign && row.Purpose == DeclarationPurpose.NewEntry && Ranked.Contains(row.State)
                && (only == null || db.FrozenScores.Where(s => s.DeclarationId == row.Id && s.Party == ScoreParty.Final).OrderByDescending(s => s.Sequence).Select(s => (RuleSetVersionId?)s.RuleSetVersionId).First() == only))
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
                Noticed = db.NoticeRows.Any(line => line.DeclarationId == row.Id),
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
        var confirmed = await confirmedValues.ReadAsync(cancellation);
        var quotas = await db.SelectionQuotas.AsNoTracking().Where(row => row.CampaignId == campaign).ToListAsync(cancellation);
        var fillings = await db.SelectionDecisions.AsNoTracking().Where(row => row.Freed != null && db.Declarations.Any(one => one.Id == row.DeclarationId && one.CampaignId == campaign))
            .Select(row => new Filling(row.DeclarationId, row.Freed!.Value, row.Kind)).ToListAsync(cancellation);
        IReadOnlyList<RuleSetRanking> rankings =
        [
            .. versions.OrderBy(version => version.Kind).ThenBy(version => version.Title, StringComparer.Ordinal).Select(version =>
            {
                var quota = quotas.Find(row => row.RuleSetVersionId == version.Id);
                var ofSet = rows.Where(row => row.Final.RuleSetVersionId == version.Id).ToLookup(row => integrity.Holds(compiled[version.Id], row.Final.Frozen, row.CaseNumber));
                var entries = ofSet[true].Select(row => new RankingEntry(row.Id, row.CaseNumber, row.Final.RuleSetVersionId, row.Final.Frozen.Total, row.SubmittedAt!.Value)).ToList();
                return WithFreed(fillings, new RuleSetRanking(
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
                            compiled[version.Id].Prefer(FactsJson.Read(row.Final.Frozen.Facts).Facts, row.Final.Frozen.AsOf, confirmed),
                            row.Reason ?? "") { Noticed = row.Noticed };
                    })])
                {
                    Waiting = quota?.Waiting ?? 0,
                    Refused = [.. ofSet[false].Select(row => new RefusedScore(row.Id, row.CaseNumber, row.Organisation))],
                });
            }),
        ];
        foreach (var refused in rankings.SelectMany(ranking => ranking.Refused))
        {
            await alarms.HandleAsync($"score\n{refused.Declaration.Value}", $"案件 {refused.CaseNumber} 的最终得分与冻结时不一致，已停止用于排名。", cancellation);
        }

        return rankings;
    }

    /// <summary>A noticed case that is off the list frees its place, unless somebody took it.</summary>
    private static RuleSetRanking WithFreed(List<Filling> fillings, RuleSetRanking ranking) => ranking with
    {
        Freed =
        [
            .. ranking.Cases
                .Where(row => row.Noticed && row.State is (CaseState.Disqualified or CaseState.NotShortlisted)
                    && !fillings.Exists(one => one.Freed == row.Place.Entry.Declaration && one.Kind is SelectionKind.MovedUp))
                .Select(row => new FreedPlace(row, ranking.WaitingList.FirstOrDefault(next =>
                    !fillings.Exists(one => one.Freed == row.Place.Entry.Declaration && one.Declaration == next.Place.Entry.Declaration)))),
        ],
    };

    private sealed record Filling(DeclarationId Declaration, DeclarationId Freed, SelectionKind Kind);
}
