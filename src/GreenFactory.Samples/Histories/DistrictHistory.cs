using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Samples.Histories;

/// <summary>What a district and its departments do to a case. Each method writes what the use case of the same name writes.</summary>
/// <param name="planting">The year in the making.</param>
/// <param name="work">The case.</param>
/// <param name="officer">The officer in charge.</param>
internal sealed class DistrictHistory(Planting planting, PlantedCase work, Person officer)
{
    /// <summary>Takes the case into review.</summary>
    public void Take(DateTimeOffset at)
    {
        var process = Run(ProcessKind.TakeCase, at);
        work.Take(CaseAction.Take, officer, Role.DistrictOfficer, at);
        process.Record(EventKind.CaseTaken, work.Declaration, "区县受理，开始初审");
        var allocation = CaseAllocation.Of(work.Declaration);
        allocation.Give(officer.Id, officer.Name, officer.Id, officer.Name, at);
        planting.Store.Add(allocation);
        process.Record(EventKind.CaseAllocated, work.Declaration, AllocateCaseHandler.Words(officer.Name, officer.Name), new { from = "", to = officer.Name });
    }

    /// <summary>Rules one indicator.</summary>
    public void Rule(string indicator, VerdictKind kind, string reason, IReadOnlyList<Correction> corrections, DateTimeOffset at)
    {
        var process = Run(ProcessKind.RuleIndicator, at, reason.Length > 0 ? reason : null);
        var sequence = work.Verdicts.Count(verdict => verdict.IndicatorCode == indicator) + 1;
        var verdict = IndicatorVerdict.Give(
            new IndicatorVerdictId(process.NewId()),
            work.Declaration,
            indicator,
            sequence,
            kind,
            Correction.Write(corrections),
            reason,
            DeclaredAnswers.HashOf(work.RuleSet, work.Facts, indicator),
            officer.Id,
            officer.Name,
            at);
        planting.Store.Add(verdict);
        work.Demand(sequence == 1, "ruled twice");
        work.Verdicts.Add(verdict);
        var name = work.Sheet.Indicators.First(row => row.Code == indicator).Name;
        process.Record(
            kind is VerdictKind.Accept ? EventKind.IndicatorAccepted : EventKind.IndicatorRuled,
            work.Declaration,
            $"核定指标“{name}”：{ReviewWords.Of(kind)}",
            new { Indicator = indicator, verdict.Sequence, kind = verdict.Kind.ToString(), verdict.Reason, corrections, supersedes = (Guid?)null });
    }

    /// <summary>Returns the case.</summary>
    public void Return(DateOnly lastDay, IReadOnlyList<ItemToCorrect> items, DateTimeOffset at)
    {
        var process = Run(ProcessKind.ReturnCase, at);
        work.Take(CaseAction.Return, officer, Role.DistrictOfficer, at);
        var deadline = TypedMoment.EndOf(lastDay);
        var request = ChangeRequest.Create(new ChangeRequestId(process.NewId()), work.Declaration, work.Returns.Count + 1, deadline, officer.Id, officer.Name, at);
        planting.Store.Add(request);
        var rows = items.Select((item, index) => ChangeRequestItem.Create(new ChangeRequestItemId(process.NewId()), request, index + 1, item.Subject, item.Code, item.Label, item.Text)).ToList();
        planting.Store.AddRange(rows);
        work.Returns.Add((request, rows));
        process.Record(EventKind.CaseReturned, work.Declaration, $"退回补正 {items.Count} 项，{ChinaTime.Deadline(deadline)} 前答复；区县审查时间暂停计算", ReturnDetails.Of(rows));
    }

    /// <summary>Plans the visit.</summary>
    public void PlanVisit(DateOnly on, string part, IReadOnlyList<string> officers, DateTimeOffset at)
    {
        var process = Run(ProcessKind.PlanVisit, at);
        var visit = SiteVisit.Plan(new SiteVisitId(process.NewId()), work.Declaration, on, part, officers).Value;
        work.Visit = visit;
        planting.Store.Add(visit);
        var position = 0;
        foreach (var (code, title, declared) in VisitChecklist.For(work.Organisation, work.Declared))
        {
            var item = SiteVisitItem.Create(new SiteVisitItemId(process.NewId()), visit, ++position, code, title, declared);
            work.VisitItems.Add(item);
            planting.Store.Add(item);
        }

        process.Record(EventKind.VisitPlanned, work.Declaration, $"安排现场核实：{on:yyyy年M月d日}{part}，核实人 {string.Join("、", officers)}");
    }

    /// <summary>Adds a photograph.</summary>
    public void Photograph(StoredPaper photo, DateTimeOffset at)
    {
        var process = Run(ProcessKind.AddVisitPhoto, at);
        planting.Store.Add(SiteVisitPhoto.Create(new SiteVisitPhotoId(process.NewId()), work.Visit!, photo.Name, photo.MediaType, photo.Length, photo.Hash, officer.Name, at));
        process.Record(EventKind.VisitPhotoAdded, work.Declaration, $"添加现场照片“{photo.Name}”", new { hash = photo.Hash, bytes = photo.Length });
    }

    /// <summary>Completes the record of the visit; what does not match is told with its remark.</summary>
    public void RecordVisit(string present, string conclusion, IReadOnlyDictionary<int, string> mismatches, DateTimeOffset at)
    {
        var process = Run(ProcessKind.RecordVisit, at);
        var visit = work.Visit!;
        visit.Note(present, conclusion, officer.Name);
        foreach (var item in work.VisitItems)
        {
            item.Find(mismatches.ContainsKey(item.Position) ? VisitResult.Mismatch : VisitResult.Match, mismatches.GetValueOrDefault(item.Position, ""));
        }

        var completed = visit.Complete(work.VisitItems, officer.Name, at);
        work.Demand(completed.Succeeded, completed.Succeeded ? "" : completed.Error.Message);
        process.Record(EventKind.VisitRecorded, work.Declaration, $"完成现场核实：{work.VisitItems.Count} 项，不符 {mismatches.Count} 项", new
        {
            visit.PlannedOn,
            visit.Present,
            visit.Conclusion,
            items = work.VisitItems.Select(item => new { item.Position, item.Code, result = item.Result.ToString(), item.Remark }),
        });
    }

    /// <summary>Asks the departments.</summary>
    public void Ask(IReadOnlyList<Department> departments, DateOnly lastDay, DateTimeOffset at)
    {
        var process = Run(ProcessKind.AskDepartments, at);
        var due = TypedMoment.EndOf(lastDay);
        foreach (var department in departments)
        {
            var opinion = DepartmentOpinion.Ask(new DepartmentOpinionId(process.NewId()), work.Declaration, department, due, at);
            planting.Store.Add(opinion);
            work.Opinions.Add((opinion, department));
        }

        process.Record(EventKind.DepartmentsAsked, work.Declaration, $"征求 {departments.Count} 个部门意见，{ChinaTime.Deadline(due)} 前反馈");
    }

    /// <summary>A department answers.</summary>
    public void Opine(DepartmentKind kind, Person by, OpinionKind said, string text, DateTimeOffset at)
    {
        var process = planting.Run(ProcessKind.GiveOpinion, by, Desk.Departments, at);
        var (opinion, department) = work.Opinions.First(row => row.Department.Kind == kind);
        var version = opinion.Give(new OpinionVersionId(process.NewId()), (said, text, null), opinion.Version, "", by.Id, by.Name, at).Value;
        planting.Store.Add(version);
        process.Record(
            EventKind.OpinionGiven,
            work.Declaration,
            $"{department.Name}反馈：{ReviewWords.Of(version.Kind)}" + (version.Text.Length > 0 ? $"，{version.Text}" : ""),
            new { opinion = opinion.Id.Value, version.Sequence, kind = version.Kind.ToString(), version.Text, version.Reason, version.AttachmentHash });
    }

    /// <summary>The district records that a department did not answer in time.</summary>
    public void RecordOverdue(DepartmentKind kind, DateTimeOffset at)
    {
        var process = Run(ProcessKind.RecordOverdue, at);
        var (opinion, department) = work.Opinions.First(row => row.Department.Kind == kind);
        work.Demand(opinion.RecordOverdue(officer.Name, at).Succeeded, "recorded as overdue too early");
        process.Record(EventKind.OpinionOverdue, work.Declaration, $"{department.Name}逾期未反馈意见，已登记（不视为同意）");
    }

    /// <summary>Concludes the review.</summary>
    /// <param name="kind">How.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    public void Conclude(ConclusionKind kind, string reason, DateTimeOffset at)
    {
        var process = Run(ProcessKind.ConcludeReview, at, reason);
        var review = work.Review();
        var seen = CaseStamp.Of(review, work.Opinions.Select(row => (row.Opinion.Id, row.Opinion.State, row.Opinion.Version)), work.Visit?.CompletedAt);
        work.Demand(kind is not ConclusionKind.Recommend || review.IsComplete && work.Visit?.CompletedAt is not null && work.Opinions.Count > 0 && work.Opinions.All(row => row.Opinion.IsHeard), "concluded too early");
        var action = kind switch
        {
            ConclusionKind.Recommend => CaseAction.Recommend,
            ConclusionKind.Decline => CaseAction.DeclineRecommendation,
            _ => CaseAction.ConcludeBenchmark,
        };
        work.Take(action, officer, Role.DistrictOfficer, at);
        var score = review.IsComplete ? ScoreStep.Freeze(planting, work, process, ScoreParty.Verified, review.Verified).Score : null;
        work.Conclusion = DistrictConclusion.Create(new DistrictConclusionId(process.NewId()), work.Declaration, kind, reason, score, officer.Id, officer.Name, at);
        planting.Store.Add(work.Conclusion);
        var points = score is null ? "" : $"，核定 {score.Total} 分（申报 {review.Declared.Sheet.Total} 分）";
        process.Record(
            EventKind.ReviewConcluded, work.Declaration, $"区县结论：{ReviewWords.Of(kind)}{points}", details: new { kind = kind.ToString(), reason = reason.Trim(), score = score?.ContentHash, Seen = seen });
    }

    private RunningProcess Run(ProcessKind kind, DateTimeOffset at, string? reason = null) => planting.Run(kind, officer, Desk.District, at, reason);
}
