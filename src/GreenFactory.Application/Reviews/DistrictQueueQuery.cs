using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Reads the district's queue of one campaign by keyset paging in both directions. Seven queries, whatever the rows; two more where a rule set is new to the program.</summary>
public sealed class DistrictQueueQuery(PortalDbContext db, CompiledRuleSetCache compiled, RuleSetOfCaseReader ruleSets, QueueContentQuery contents)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Most rows that leave as one workbook.</summary>
    public const int MostExported = 2000;

    /// <summary>Reads a page, with what the whole queue holds.</summary>
    public async Task<QueuePage> ReadAsync(CampaignId campaign, QueueFilter filter, CancellationToken cancellation)
    {
        var content = await contents.ReadAsync(campaign, cancellation);
        var read = await ReadAsync(campaign, filter, PageSize + 1, cancellation);
        var more = read.Count > PageSize;
        List<QueueRow> rows = [.. read.Take(PageSize)];
        var backwards = filter.Place is { Backwards: true };
        if (backwards)
        {
            rows.Reverse();
        }

        return new QueuePage(
            content,
            rows,
            rows.Count > 0 && (backwards ? more : filter.Place is not null) ? new QueuePlace(rows[0].SortKey, rows[0].CaseNumber, Backwards: true) : null,
            rows.Count > 0 && (backwards || more) ? new QueuePlace(rows[^1].SortKey, rows[^1].CaseNumber, Backwards: false) : null);
    }

    /// <summary>Everything that the filter lets through, in its order, for a workbook.</summary>
    public Task<List<QueueRow>> AllAsync(CampaignId campaign, QueueFilter filter, CancellationToken cancellation) => ReadAsync(campaign, filter with { Place = null }, MostExported, cancellation);

    private async Task<List<QueueRow>> ReadAsync(CampaignId campaign, QueueFilter filter, int most, CancellationToken cancellation)
    {
        var heads = await Found(campaign, filter).In(db, filter.Sort, filter.Place).Take(most).Select(row => new
        {
            row.Declaration.Id,
            row.Organisation.Name,
            row.Declaration.CaseNumber,
            row.Declaration.Kind,
            row.Declaration.Purpose,
            row.Declaration.State,
            row.Declaration.StateSince,
            row.Declaration.SubmittedAt,
            row.Declaration.IndustryCode,
            RuleSet = row.Version!.Title,
            RuleSetHash = row.Version!.ContentHash,
            row.Declaration.RuleSetVersionId,
            row.Allocation!.OwnerId,
            row.Allocation!.OwnerName,
            VisitOn = db.SiteVisits.Where(visit => visit.DeclarationId == row.Declaration.Id).Select(visit => (DateOnly?)visit.PlannedOn).FirstOrDefault(),
            VisitedAt = db.SiteVisits.Where(visit => visit.DeclarationId == row.Declaration.Id).Select(visit => visit.CompletedAt).FirstOrDefault(),
            Signals = db.Submissions.Where(submission => submission.DeclarationId == row.Declaration.Id).OrderByDescending(submission => submission.Sequence).Select(submission => submission.Signals).FirstOrDefault(),
            Returned = row.Declaration.State == CaseState.Returned ? db.ChangeRequests.Where(request => request.DeclarationId == row.Declaration.Id).Max(request => (DateTimeOffset?)request.Deadline) : null,
        }).ToListAsync(cancellation);
        var unread = heads.Where(row => row.RuleSetHash is not null && !compiled.Contains(row.RuleSetHash)).Select(row => row.RuleSetVersionId!.Value).Distinct().ToList();
        if (unread.Count > 0)
        {
            await ruleSets.ReadAsync(unread, cancellation);
        }

        var ids = heads.Select(row => row.Id).ToList();
        var scores = (await db.FrozenScores.Where(row => ids.Contains(row.DeclarationId)).Select(row => new { row.DeclarationId, row.Party, row.Sequence, row.Total }).ToListAsync(cancellation)).ToLookup(row => row.DeclarationId);
        var verdicts = (await db.IndicatorVerdicts.Where(row => ids.Contains(row.DeclarationId)).Select(row => new { row.DeclarationId, row.IndicatorCode, row.Sequence, row.Kind }).ToListAsync(cancellation))
            .GroupBy(row => (row.DeclarationId, row.IndicatorCode)).Select(group => group.MaxBy(row => row.Sequence)!).ToLookup(row => row.DeclarationId);
        var opinions = (await db.DepartmentOpinions.Where(row => ids.Contains(row.DeclarationId)).Select(row => new { row.DeclarationId, row.State, row.Kind, row.DueAt }).ToListAsync(cancellation)).ToLookup(row => row.DeclarationId);
        return [.. heads.Select(row =>
        {
            var own = opinions[row.Id].ToList();
            decimal? Total(ScoreParty party) => scores[row.Id].Where(score => score.Party == party).MaxBy(score => score.Sequence)?.Total;
            var read = new QueueRow(
                row.Id,
                row.Name,
                row.CaseNumber,
                row.Kind,
                row.Purpose,
                row.State,
                row.StateSince,
                row.RuleSet ?? "",
                Total(ScoreParty.Declared),
                Total(ScoreParty.Verified),
                verdicts[row.Id].Count(verdict => verdict.Kind is not VerdictKind.Question),
                Indicators(row.RuleSetHash),
                row.VisitOn,
                row.VisitedAt is not null,
                own.Count(opinion => opinion is { State: OpinionState.Given, Kind: OpinionKind.NoComment }),
                own.Count(opinion => opinion is { State: OpinionState.Given, Kind: OpinionKind.Comment }),
                own.Count(opinion => opinion is { State: OpinionState.Given, Kind: OpinionKind.Bars }),
                own.Count,
                row.Returned ?? (row.State is CaseState.Returned ? null : own.Where(opinion => opinion.State is OpinionState.Asked).Select(opinion => (DateTimeOffset?)opinion.DueAt).Min()))
            {
                Questions = verdicts[row.Id].Count(verdict => verdict.Kind is VerdictKind.Question),
                Signals = row.Signals,
                Industry = row.IndustryCode,
                SubmittedAt = row.SubmittedAt,
                Owner = row.OwnerId,
                OwnerName = row.OwnerName ?? "",
            };
            return read with { SortKey = QueueOrders.KeyOf(read, filter.Sort) };
        })];
    }

    /// <summary>Indicators of a rule set; null while the case has chosen none.</summary>
    private int? Indicators(string? hash) => hash is null ? null : compiled.Get(hash, () => "").RuleSet.Indicators.Count;

    private IQueryable<QueueCase> Found(CampaignId campaign, QueueFilter filter)
    {
        var cases =
            from declaration in db.Declarations
            where declaration.CampaignId == campaign && declaration.SubmittedAt != null
            join organisation in db.Organisations on declaration.OrganisationId equals organisation.Id
            join version in db.RuleSetVersions on declaration.RuleSetVersionId equals version.Id into versions
            from version in versions.DefaultIfEmpty()
            join allocation in db.CaseAllocations on declaration.Id equals allocation.DeclarationId into allocations
            from allocation in allocations.DefaultIfEmpty()
            select new QueueCase { Declaration = declaration, Organisation = organisation, Version = version, Allocation = allocation };
        cases = filter.State is { } state ? cases.Where(row => row.Declaration.State == state) : cases;
        cases = filter.Kind is { } kind ? cases.Where(row => row.Declaration.Kind == kind) : cases;
        cases = filter.Purpose is { } purpose ? cases.Where(row => row.Declaration.Purpose == purpose) : cases;
        cases = filter.RuleSet is { } ruleSet ? cases.Where(row => row.Declaration.RuleSetVersionId == ruleSet) : cases;
        cases = filter.Owner switch
        {
            { Officer: { } officer } => cases.Where(row => row.Allocation!.OwnerId == officer),
            { Officer: null } => cases.Where(row => row.Allocation!.OwnerId == null),
            _ => cases,
        };
        if (!WrittenText.SaysNothing(filter.Industry))
        {
            var industry = WrittenText.Said(filter.Industry);
            cases = cases.Where(row => row.Declaration.IndustryCode!.StartsWith(industry));
        }

        cases = filter.WithQuestions
            ? cases.Where(row => db.IndicatorVerdicts.Any(verdict => verdict.DeclarationId == row.Declaration.Id && verdict.Kind == VerdictKind.Question
                && !db.IndicatorVerdicts.Any(later => later.DeclarationId == verdict.DeclarationId && later.IndicatorCode == verdict.IndicatorCode && later.Sequence > verdict.Sequence)))
            : cases;
        cases = filter.WithSignals
            ? cases.Where(row => db.Submissions.Where(submission => submission.DeclarationId == row.Declaration.Id).OrderByDescending(submission => submission.Sequence).Select(submission => submission.Signals).FirstOrDefault() > 0)
            : cases;
        if (!WrittenText.SaysNothing(filter.Text))
        {
            var text = WrittenText.Said(filter.Text);
            var code = CreditCode.FromStored(ComparableText.Code(text));
            cases = cases.Where(row => row.Organisation.Name.Contains(text) || row.Declaration.CaseNumber.Contains(text) || row.Organisation.CreditCode == code);
        }

        return cases;
    }
}
