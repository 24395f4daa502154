using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Messages;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>The district plans an on-site verification, or plans it anew.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="On">The day, in Beijing time.</param>
/// <param name="PartOfDay">上午 or 下午.</param>
/// <param name="Officers">Names with 、 or commas between them; at least two.</param>
/// <param name="Seen">Revision of the plan the officer was shown; 0 for none.</param>
public sealed record PlanVisit(DeclarationId Declaration, DateOnly? On, string? PartOfDay, string? Officers, int Seen = 0);

/// <summary>Plans a visit and makes its checklist from the indicators and the basic facts.</summary>
public sealed class PlanVisitHandler(PortalDbContext db, ProcessRunner runner, FrozenScoreReader scores, FilingWindowReader windows)
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', ' ', '\n'];

    /// <summary>Plans.</summary>
    public Task<Result> HandleAsync(PlanVisit command, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.PlanVisit, null, process => PlanAsync(command, process, cancellation), cancellation);

    private async Task<Result> PlanAsync(PlanVisit command, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        if (declaration.State is not CaseState.DistrictReview)
        {
            return DistrictErrors.NotInReview(declaration.State);
        }

        if (command.On is not { } on)
        {
            return new Error("visit.day", "请填写现场核实的日期。", "On");
        }

        if (declaration.SubmittedAt is { } submitted && on < ChinaTime.DayOf(submitted))
        {
            return DistrictErrors.VisitBeforeSubmission(submitted);
        }

        var reportBy = await windows.EndAsync(declaration, cancellation);
        if (on > ChinaTime.LastDayBefore(reportBy))
        {
            return DistrictErrors.VisitTooLate(reportBy);
        }

        if (command.PartOfDay is not (SiteVisit.Morning or SiteVisit.Afternoon))
        {
            return DistrictErrors.PartOfDayUnknown;
        }

        var part = command.PartOfDay;
        var officers = (command.Officers ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var visit = await db.SiteVisits.FirstOrDefaultAsync(row => row.DeclarationId == declaration.Id, cancellation);
        if ((visit?.Revision ?? 0) != command.Seen)
        {
            return DistrictErrors.VisitChangedMeanwhile(visit?.SavedByName);
        }

        var before = visit is null ? default : (visit.PlannedOn, visit.PartOfDay, string.Join("、", visit.Officers));
        var planned = visit?.Replan(on, part, officers) ?? await CreateAsync(declaration, on, part, officers, process, cancellation);
        if (planned.Succeeded)
        {
            var names = string.Join("、", (visit ?? db.SiteVisits.Local.First(row => row.DeclarationId == declaration.Id)).Officers);
            if (before == (on, part, names))
            {
                process.LeaveAsItIs();
                return planned;
            }

            process.Record(EventKind.VisitPlanned, declaration, $"安排现场核实：{on:yyyy年M月d日}{part}，核实人 {names}");
            process.Notify(declaration, Desk.Apply, "现场核实安排", $"区县计划于 {on:yyyy年M月d日}{part} 到现场核实，核实人 {names}。", Destination.Case(declaration.Id));
        }

        return planned;
    }

    private async Task<Result> CreateAsync(
        Declaration declaration, DateOnly on, string part, string[] officers, RunningProcess process, CancellationToken cancellation)
    {
        var visit = SiteVisit.Plan(new SiteVisitId(process.NewId()), declaration, on, part, officers);
        if (!visit.Succeeded)
        {
            return visit.ToResult();
        }

        db.Add(visit.Value);
        var organisation = await db.Organisations.AsNoTracking().FirstAsync(row => row.Id == declaration.OrganisationId, cancellation);
        var declared = await scores.ReadLatestAsync(declaration.Id, ScoreParty.Declared, cancellation);
        var position = 0;
        foreach (var (code, title, text) in VisitChecklist.For(organisation, declared!))
        {
            db.Add(SiteVisitItem.Create(new SiteVisitItemId(process.NewId()), visit.Value, ++position, code, title, text));
        }

        return Result.Success;
    }
}
