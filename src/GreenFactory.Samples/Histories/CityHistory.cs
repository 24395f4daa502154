using GreenFactory.Application.Assessments;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Samples.Histories;

/// <summary>What the city and its experts do to a case. Each method writes what the use case of the same name writes.</summary>
/// <param name="planting">The year in the making.</param>
/// <param name="work">The case.</param>
/// <param name="officer">The officer of the city.</param>
internal sealed class CityHistory(Planting planting, PlantedCase work, Person officer)
{
    private readonly AssessmentRule rule = AssessmentRule.Usual(work.Campaign);
    private readonly List<GivenMark> advisory = [];

    /// <summary>Passes or fails the compliance check.</summary>
    /// <param name="failing">The item that does not hold, with the remark; null when the case passes.</param>
    /// <param name="reason">Why it fails.</param>
    /// <param name="at">When.</param>
    public void DecideCompliance((ComplianceItem Item, string Remark)? failing, string? reason, DateTimeOffset at)
    {
        var process = planting.Run(ProcessKind.DecideCompliance, officer, Desk.City, at, reason);
        var changes = new List<object>();
        foreach (var item in Enum.GetValues<ComplianceItem>())
        {
            var verdict = failing?.Item == item ? ComplianceVerdict.NotOk : ComplianceVerdict.Ok;
            var remark = failing?.Item == item ? failing.Value.Remark : "";
            changes.Add(new { item = item.ToString(), verdict = verdict.ToString(), remark, before = (object?)null });
            var ruling = ComplianceRuling.Create(work.Declaration, item);
            ruling.Rule(verdict, remark, officer.Id, officer.Name, at);
            planting.Store.Add(ruling);
        }

        process.Record(EventKind.ComplianceRuled, work.Declaration, $"符合性审查：登记或更改 {changes.Count} 项", changes);
        work.Take(failing is null ? CaseAction.PassCompliance : CaseAction.FailCompliance, officer, Role.CityOfficer, at);
        process.Record(
            failing is null ? EventKind.CompliancePassed : EventKind.ComplianceFailed,
            work.Declaration,
            failing is { } fault ? $"市级符合性审查不通过：{AssessmentWords.Of(fault.Item)}" : "市级符合性审查通过");
    }

    /// <summary>Assigns experts; the first assignment of a campaign brings its criteria and its rule.</summary>
    public IReadOnlyList<ExpertAssignment> Assign(IReadOnlyList<Person> experts, DateOnly lastDay, bool first, DateTimeOffset at)
    {
        var process = planting.Run(ProcessKind.AssignExperts, officer, Desk.City, at);
        if (first)
        {
            planting.Store.Add(rule);
            planting.Store.AddRange(AssignExpertsHandler.CriteriaOf(process, work.Campaign));
        }

        var made = new List<ExpertAssignment>();
        foreach (var expert in experts)
        {
            var assignment = ExpertAssignment.Create(
                new ExpertAssignmentId(process.NewId()), work.Declaration, work.Organisation.Name, expert.Id, expert.Name, TypedMoment.EndOf(lastDay), at);
            planting.Store.Add(assignment);
            process.Record(EventKind.ExpertAssigned, work.Declaration, $"分配专家 {expert.Name} 评审");
            made.Add(assignment);
        }

        return made;
    }

    /// <summary>An expert declares whether anything ties them to the unit.</summary>
    public void Declare(ExpertAssignment assignment, string? conflict, DateTimeOffset at)
    {
        var process = planting.Run(ProcessKind.DeclareConflict, new Person(assignment.ExpertId, assignment.ExpertName), Desk.Experts, at, conflict);
        assignment.Declare(conflict is not null, conflict ?? "", at);
        process.Record(
            conflict is null ? EventKind.NoConflictDeclared : EventKind.ConflictDeclared, $"{assignment.ExpertName}对 {assignment.CaseNumber} 声明{(conflict is null ? "无需回避" : "回避")}");
    }

    /// <summary>An expert marks the criteria, and finishes or keeps a draft. No indicator of the shipped rule sets is graded.</summary>
    public void Assess(ExpertAssignment assignment, IReadOnlyList<(string Criterion, decimal? Points)> marks, string comment, bool finish, DateTimeOffset at)
    {
        var process = planting.Run(ProcessKind.SaveAssessment, new Person(assignment.ExpertId, assignment.ExpertName), Desk.Experts, at);
        assignment.Draft(comment);
        foreach (var (criterion, points) in marks)
        {
            var mark = ExpertMark.Create(assignment, MarkSubject.Criterion, criterion);
            mark.Give(points, "");
            planting.Store.Add(mark);
        }

        if (finish)
        {
            advisory.Add(new GivenMark(assignment.ExpertName, marks.Sum(mark => mark.Points ?? 0m), ""));
            process.Record(EventKind.AssessmentFinished, $"{assignment.ExpertName}完成对 {assignment.CaseNumber} 的评审");
            assignment.Finish(at);
        }
    }

    /// <summary>Closes the panel and freezes the final score.</summary>
    /// <param name="note">What the city says where the marks lie far apart.</param>
    /// <param name="at">When.</param>
    public void Complete(string note, DateTimeOffset at)
    {
        var maximum = AssignExpertsHandler.CriteriaMaximum;
        var disputed = rule.IsDisputed([.. advisory.Select(mark => mark.Points)], maximum);
        var marks = new PanelReading(rule, advisory.Count, [new PanelLine(null, "", maximum, advisory, null, null, disputed)], work.RuleSet.RuleSet.Policies.Rounding);
        var process = planting.Run(ProcessKind.CompleteAssessment, officer, Desk.City, at, disputed ? note : null);
        work.Take(CaseAction.CompleteAssessment, officer, Role.CityOfficer, at);
        var (_, sheet) = ScoreStep.Freeze(planting, work, process, ScoreParty.Final, work.Review().Verified);
        planting.Store.Add(PanelConclusion.Create(work.Declaration, rule, advisory.Count, disputed, disputed ? note : "", officer.Name, at));
        process.Record(EventKind.AssessmentCompleted, work.Declaration, CompleteAssessmentHandler.Summary(sheet.Total, sheet.Total), CompleteAssessmentHandler.Details(marks));
    }
}
