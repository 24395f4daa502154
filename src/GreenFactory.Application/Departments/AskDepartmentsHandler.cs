using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Departments;

/// <summary>The district asks all five departments about a case (notice of 2026-06-01, 三（三）).</summary>
/// <param name="Declaration">The case.</param>
/// <param name="LastDay">Last day for the answer in Beijing time; null for five working days from now by the loaded calendar, or the district's own deadline where that is earlier.</param>
public sealed record AskDepartments(DeclarationId Declaration, DateOnly? LastDay);

/// <summary>Asks those of the five departments that were not asked yet.</summary>
public sealed class AskDepartmentsHandler(PortalDbContext db, ProcessRunner runner, WorkingCalendarReader calendars, FilingWindowReader windows)
{
    /// <summary>Working days that a department has unless the district says otherwise.</summary>
    public const int UsualWorkingDays = 5;

    /// <summary>Asks.</summary>
    public Task<Result> HandleAsync(AskDepartments command, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.AskDepartments, null, process => AskAsync(command, process, cancellation), cancellation);

    private async Task<Result> AskAsync(AskDepartments command, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        if (declaration.State is not CaseState.DistrictReview)
        {
            return DistrictErrors.NotInReview(declaration.State);
        }

        var today = ChinaTime.DayOf(process.Now);
        var reportBy = await windows.EndAsync(declaration, cancellation);
        var latest = ChinaTime.LastDayBefore(reportBy);
        var last = command.LastDay ?? (await calendars.AfterTodayAsync(UsualWorkingDays, latest, cancellation)).Last;
        if (last > latest || latest < today)
        {
            return DistrictErrors.AskedTooLate(reportBy);
        }

        if (last < today)
        {
            return new Error("opinion.due", "反馈期限不能早于今天。", "LastDay");
        }

        var asked = await db.DepartmentOpinions.Where(row => row.DeclarationId == declaration.Id).Select(row => row.DepartmentId).ToListAsync(cancellation);
        var departments = await db.Departments.Where(row => row.DistrictId == declaration.DistrictId && !asked.Contains(row.Id)).ToListAsync(cancellation);
        if (departments.Count == 0)
        {
            return DistrictErrors.AlreadyAsked;
        }

        var due = TypedMoment.EndOf(last);
        foreach (var department in departments)
        {
            db.Add(DepartmentOpinion.Ask(new DepartmentOpinionId(process.NewId()), declaration, department, due, process.Now));
        }

        process.Record(EventKind.DepartmentsAsked, declaration, $"征求 {departments.Count} 个部门意见，{ChinaTime.Deadline(due)} 前反馈");
        process.Enqueue(NotifyDepartments.Kind, new NotifyDepartments(declaration.Id.Value, declaration.DistrictId.Value), NotifyDepartments.Gathering);
        return Result.Success;
    }
}
