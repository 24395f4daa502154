using System.Globalization;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Messages;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>The decision on one case.</summary>
public sealed record SelectionItem(DeclarationId Declaration, bool Shortlist, string? Reason);

/// <summary>What became of one case of the batch.</summary>
/// <param name="Errors">Why nothing was decided; empty on success.</param>
public sealed record SelectionOutcome(DeclarationId Declaration, string CaseNumber, bool Shortlist, IReadOnlyList<Error> Errors);

/// <summary>
/// Puts cases on the shortlist or declines them, each with its own reason. Every case is decided in a transaction of its own, so that
/// one refusal does not undo the others.
/// </summary>
public sealed class DecideSelectionHandler(
    PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps, RankingQuery rankings, ListBarReader bars)
{
    /// <summary>Decides.</summary>
    public async Task<IReadOnlyList<SelectionOutcome>> HandleAsync(IReadOnlyList<SelectionItem> items, CancellationToken cancellation)
    {
        var wanted = items.Select(item => item.Declaration).ToList();
        var read = new List<RuleSetRanking>();
        foreach (var campaign in await db.Declarations.Where(row => wanted.Contains(row.Id)).Select(row => row.CampaignId).Distinct().ToListAsync(cancellation))
        {
            read.AddRange(await rankings.ReadAsync(campaign, cancellation));
        }

        var places = read.SelectMany(ranking => ranking.Cases).ToDictionary(row => row.Place.Entry.Declaration, row => row.Place);
        var refused = read.SelectMany(ranking => ranking.Refused).ToDictionary(row => row.Declaration, row => row.CaseNumber);
        var outcomes = new List<SelectionOutcome>();
        foreach (var item in items)
        {
            if (!places.TryGetValue(item.Declaration, out var place))
            {
                outcomes.Add(refused.TryGetValue(item.Declaration, out var number)
                    ? new SelectionOutcome(item.Declaration, number, item.Shortlist, [ScoreErrors.NotIntact(number)])
                    : new SelectionOutcome(item.Declaration, "", item.Shortlist, [ProcessErrors.NotFound]));
                continue;
            }

            var outcome = await runner.RunAsync(ProcessKind.DecideSelection, item.Reason, process => DecideAsync(process, item, place, cancellation), cancellation);
            outcomes.Add(new SelectionOutcome(item.Declaration, place.Entry.CaseNumber, item.Shortlist, outcome.Errors));
        }

        return outcomes;
    }

    private async Task<Result> DecideAsync(RunningProcess process, SelectionItem item, RankedEntry place, CancellationToken cancellation)
    {
        var declaration = await db.Declarations.FirstAsync(row => row.Id == item.Declaration, cancellation);
        if (item.Shortlist && (await bars.ReadAsync([declaration], process.Now, cancellation)).GetValueOrDefault(declaration.Id) is { } bar)
        {
            return HonourErrors.BarredCase(bar);
        }

        var reason = WrittenText.Said(item.Reason);
        var step = await steps.TakeAsync(process, declaration, new CaseStep(item.Shortlist ? CaseAction.Shortlist : CaseAction.DeclineShortlist) { Reason = reason }, cancellation);
        if (!step.Succeeded)
        {
            return step;
        }

        var decision = SelectionDecision.Create(
            new SelectionDecisionId(process.NewId()), declaration, item.Shortlist ? SelectionKind.Shortlisted : SelectionKind.Declined, place.Rank, place.Entry.Points, reason, access.Scope.PersonName, process.Now);
        db.Add(decision);
        process.Record(
            item.Shortlist ? EventKind.Shortlisted : EventKind.ShortlistDeclined,
            declaration,
            $"{(item.Shortlist ? "列入拟入围名单" : "未列入拟入围名单")}（同一规则集第 {place.Rank} 名，{place.Entry.Points.ToString("0.00", CultureInfo.InvariantCulture)} 分）",
            SelectionDetails.Of(decision));
        process.Notify(declaration, Desk.District, item.Shortlist ? "案件拟入围" : "案件未入围", $"{declaration.CaseNumber}：{reason}", Destination.Workbench(declaration.Id));
        return Result.Success;
    }
}
