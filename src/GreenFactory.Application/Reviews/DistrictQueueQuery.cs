using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>What the queue shows.</summary>
/// <param name="State">Only this state; null for all.</param>
/// <param name="Kind">Only factories or parks; null for both.</param>
/// <param name="Purpose">Only new entries or benchmarking; null for both.</param>
/// <param name="Text">Part of the name or case number, or a whole credit code.</param>
/// <param name="After">Case number after which the page begins; null for the first page.</param>
public sealed record QueueFilter(CaseState? State, OrganisationKind? Kind, DeclarationPurpose? Purpose, string? Text, string? After);

/// <summary>One case of the queue.</summary>
public sealed record QueueRow(
    DeclarationId Id,
    string Organisation,
    string CaseNumber,
    OrganisationKind Kind,
    DeclarationPurpose Purpose,
    CaseState State,
    DateTimeOffset StateSince,
    string RuleSet,
    decimal? Declared,
    decimal? Verified,
    int Ruled,
    int? Indicators,
    DateOnly? VisitOn,
    bool VisitDone,
    int Consenting,
    int Objecting,
    int Asked,
    DateTimeOffset? Due);

/// <summary>A page of the queue.</summary>
/// <param name="Counts">Cases by state, whatever the filter.</param>
/// <param name="Rows">The page.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record QueuePage(IReadOnlyDictionary<CaseState, int> Counts, IReadOnlyList<QueueRow> Rows, string? Next);

/// <summary>Reads the district's queue of one campaign by keyset paging over the case number. Five queries, whatever the rows.</summary>
public sealed class DistrictQueueQuery(PortalDbContext db, CompiledRuleSetCache ruleSets)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Reads a page.</summary>
    public async Task<QueuePage> ReadAsync(CampaignId campaign, QueueFilter filter, CancellationToken cancellation)
    {
        var counts = await db.Declarations.Where(row => row.CampaignId == campaign && row.SubmittedAt != null)
            .GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        var heads = await Heads(campaign, filter).Take(PageSize + 1).ToListAsync(cancellation);
        var page = heads.Take(PageSize).ToList();
        var ids = page.Select(row => row.Id).ToList();
        var scores = await db.FrozenScores.Where(row => ids.Contains(row.DeclarationId)).Select(row => new { row.DeclarationId, row.Party, row.Sequence, row.Total }).ToListAsync(cancellation);
        var verdicts = await db.IndicatorVerdicts.Where(row => ids.Contains(row.DeclarationId))
            .Select(row => new { row.DeclarationId, row.IndicatorCode, row.Sequence, row.Kind }).ToListAsync(cancellation);
        var opinions = await db.DepartmentOpinions.Where(row => ids.Contains(row.DeclarationId)).Select(row => new { row.DeclarationId, row.State, row.Kind, row.DueAt }).ToListAsync(cancellation);
        var rows = page.Select(row =>
        {
            var own = opinions.Where(opinion => opinion.DeclarationId == row.Id).ToList();
            var objecting = own.Count(opinion => opinion.State is OpinionState.Overdue || opinion.Kind is OpinionKind.Bars or OpinionKind.Comment);
            return new QueueRow(
                row.Id,
                row.Organisation,
                row.CaseNumber,
                row.Kind,
                row.Purpose,
                row.State,
                row.StateSince,
                row.RuleSet ?? "",
                scores.Where(score => score.DeclarationId == row.Id && score.Party == ScoreParty.Declared).MaxBy(score => score.Sequence)?.Total,
                scores.Where(score => score.DeclarationId == row.Id && score.Party == ScoreParty.Verified).MaxBy(score => score.Sequence)?.Total,
                verdicts.Where(verdict => verdict.DeclarationId == row.Id).GroupBy(verdict => verdict.IndicatorCode).Count(group => group.MaxBy(verdict => verdict.Sequence)!.Kind is not VerdictKind.Question),
                Indicators(row.RuleSetHash),
                row.VisitOn,
                row.VisitDone != null,
                own.Count(opinion => opinion.State is OpinionState.Given) - own.Count(opinion => opinion.Kind is OpinionKind.Bars or OpinionKind.Comment),
                objecting,
                own.Count,
                own.Where(opinion => opinion.State is OpinionState.Asked).Select(opinion => (DateTimeOffset?)opinion.DueAt).Min());
        });
        return new QueuePage(counts, [.. rows], heads.Count > PageSize ? page[^1].CaseNumber : null);
    }

    /// <summary>Indicators of a rule set that this node has used already; unknown until then, rather than a query for each.</summary>
    private int? Indicators(string? hash) => hash is not null && ruleSets.Contains(hash) ? ruleSets.Get(hash, () => "").RuleSet.Indicators.Count : null;

    private IQueryable<Head> Heads(CampaignId campaign, QueueFilter filter)
    {
        var heads =
            from declaration in db.Declarations
            where declaration.CampaignId == campaign && declaration.SubmittedAt != null
            join organisation in db.Organisations on declaration.OrganisationId equals organisation.Id
            join version in db.RuleSetVersions on declaration.RuleSetVersionId equals version.Id into versions
            from version in versions.DefaultIfEmpty()
            join visit in db.SiteVisits on declaration.Id equals visit.DeclarationId into visits
            from visit in visits.DefaultIfEmpty()
            select new Head
            {
                Id = declaration.Id,
                Organisation = organisation.Name,
                CreditCode = organisation.CreditCode,
                CaseNumber = declaration.CaseNumber,
                Kind = declaration.Kind,
                Purpose = declaration.Purpose,
                State = declaration.State,
                StateSince = declaration.StateSince,
                RuleSet = version.Title,
                RuleSetHash = version.ContentHash,
                VisitOn = visit == null ? null : visit.PlannedOn,
                VisitDone = visit == null ? null : visit.CompletedAt,
            };
        heads = filter.State is { } state ? heads.Where(row => row.State == state) : heads;
        heads = filter.Kind is { } kind ? heads.Where(row => row.Kind == kind) : heads;
        heads = filter.Purpose is { } purpose ? heads.Where(row => row.Purpose == purpose) : heads;
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            var code = CreditCode.FromStored(ComparableText.Code(text));
            heads = heads.Where(row => row.Organisation.Contains(text) || row.CaseNumber.Contains(text) || row.CreditCode == code);
        }

        heads = filter.After is { } after ? heads.Where(row => row.CaseNumber.CompareTo(after) > 0) : heads;
        return heads.OrderBy(row => row.CaseNumber);
    }

    private sealed class Head
    {
        public DeclarationId Id { get; init; }

        public string Organisation { get; init; } = "";

        public CreditCode CreditCode { get; init; }

        public string CaseNumber { get; init; } = "";

        public OrganisationKind Kind { get; init; }

        public DeclarationPurpose Purpose { get; init; }

        public CaseState State { get; init; }

        public DateTimeOffset StateSince { get; init; }

        public string? RuleSet { get; init; }

        public string? RuleSetHash { get; init; }

        public DateOnly? VisitOn { get; init; }

        public DateTimeOffset? VisitDone { get; init; }
    }
}
