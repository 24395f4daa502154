using GreenFactory.Application.Audit;
using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Declarations;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>The story of a case for its applicant: what happened, what is awaited, what comes later.</summary>
internal static class CaseTimeline
{
    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<TimelineStep> Of(ApplicantCase work, IReadOnlyList<TimelineEntry> events)
    {
        var steps = events.Select(entry => new TimelineStep(
            TimelineWhen.Past, DateText.Day(entry.OccurredAt), entry.Summary, entry.Reason is { Length: > 0 } ? $"{entry.ActorName}：{entry.Reason}" : entry.ActorName)).ToList();
        var deadline = $"{DateText.Deadline(work.Deadline)} 前";
        switch (work.Declaration.State)
        {
            case CaseState.Draft:
                steps.Add(new TimelineStep(TimelineWhen.Now, "现在，等您", $"填报并提交，{DateText.Deadline(work.Deadline)} 前"));
                steps.Add(new TimelineStep(TimelineWhen.Next, "提交后", "区县初审、现场核实、五部门意见"));
                steps.Add(new TimelineStep(TimelineWhen.Next, deadline, "区县推荐并报送市级"));
                break;
            case CaseState.Returned:
                steps.Add(new TimelineStep(TimelineWhen.Now, "现在，等您", "按退回意见补正后重新提交"));
                break;
            case CaseState.Submitted or CaseState.DistrictReview:
                steps.Add(new TimelineStep(TimelineWhen.Now, "现在", "区县初审、现场核实、征求五部门意见"));
                steps.Add(new TimelineStep(TimelineWhen.Next, deadline, "区县推荐并报送市级"));
                break;
            case CaseState.Recommended or CaseState.BenchmarkConcluded:
                steps.Add(new TimelineStep(TimelineWhen.Now, deadline, "区县汇总并报送市级"));
                break;
            case CaseState.Reported or CaseState.Compliant or CaseState.Assessed:
                steps.Add(new TimelineStep(TimelineWhen.Now, "现在", "市级符合性审查与专家评审"));
                steps.Add(new TimelineStep(TimelineWhen.Next, "评审后", $"公示 {work.Campaign.NoticeDays} 日，无异议后发布"));
                break;
            case CaseState.Shortlisted or CaseState.PublicNotice:
                steps.Add(new TimelineStep(TimelineWhen.Now, "现在", $"公示 {work.Campaign.NoticeDays} 日，无异议后发布"));
                break;
        }

        return steps;
    }
}
