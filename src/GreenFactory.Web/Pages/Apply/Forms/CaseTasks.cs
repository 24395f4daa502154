using GreenFactory.Application.Clock;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>The task list of a case and its next step.</summary>
/// <param name="Sections">The parts of the declaration.</param>
/// <param name="Next">What must be done now.</param>
/// <param name="ScoreNote">What the score does not say yet.</param>
/// <param name="Ready">Whether everything is complete and the case can be signed.</param>
public sealed record CaseTasks(IReadOnlyList<TaskSection> Sections, NextStep Next, string ScoreNote, bool Ready)
{
    /// <summary>Where an indicator is filled in.</summary>
    public static string PathOf(ApplicantCase work, string indicator) =>
        $"{Path(work, work.RuleSet!.RuleSet.Indicators.First(row => row.Code == indicator).Group)}#indicator-{indicator}";

    /// <summary>Where a section is filled in.</summary>
    public static string Path(ApplicantCase work, string section) => $"/apply/{work.Declaration.Id.Value}/sections/{section}";

    /// <summary>The name of a section.</summary>
    public static string Name(ApplicantCase work, string section) => section switch
    {
        SectionCodes.Profile => work.Organisation.Kind is OrganisationKind.Factory ? "企业基本信息" : "园区基本信息",
        SectionCodes.Gates => "基本要求与负面清单",
        _ => work.RuleSet!.RuleSet.Groups.First(group => group.Code == section).Name,
    };

    /// <summary>Makes the list.</summary>
    /// <param name="work">The case.</param>
    /// <param name="isSigner">Whether the reader signs.</param>
    /// <param name="signer">Name of the signer, if known.</param>
    /// <param name="now">The present moment.</param>
    public static CaseTasks Of(ApplicantCase work, bool isSigner, string? signer, DateTimeOffset now)
    {
        var progress = CaseProgress.Of(work);
        var ready = IsReady(work, progress);
        var id = work.Declaration.Id.Value;
        List<TaskSection> sections =
        [
            new("一", Name(work, SectionCodes.Profile), null, [Item(work, progress[0]), RuleSetItem(work)]),
        ];
        if (work.Corrections is { } corrections)
        {
            sections.Insert(0, Returned(corrections, $"/apply/{id}/corrections"));
        }

        if (work.RuleSet is not null)
        {
            sections.Add(new("二", "基本要求", "均需符合，不计分", [Item(work, progress[1])]));
            sections.Add(new("三", "评价指标", Filled(work.Sheet!), [.. progress.Skip(2).Select(part => Item(work, part))]));
            sections.Add(new("四", "核对与承诺", null, Closing(work, ready, isSigner, signer, $"/apply/{id}")));
        }

        return new CaseTasks(sections, NextOf(work, progress, ready, isSigner, signer, now), Note(work), ready);
    }

    /// <summary>Whether every section is complete and every returned item is answered.</summary>
    public static bool IsReady(ApplicantCase work, IReadOnlyList<SectionProgress> progress) =>
        work.RuleSet is not null && progress.All(part => part.Status is SectionStatus.Complete) && work.Corrections?.IsAnswered is not false;

    private static TaskSection Returned(ChangeRequestView corrections, string path) => new(
        null,
        "补正事项",
        $"{DateText.Deadline(corrections.Request.Deadline)} 前答复并重新提交",
        [.. corrections.Items.Select(item => new TaskItem(
            $"{item.Position} {item.SubjectLabel}", path, item.Answer is null ? StateShape.You : StateShape.Done, item.Answer is null ? "待答复" : "已答复")
        {
            Detail = item.Text,
            DetailKind = item.Answer is null ? NoteKind.Attention : NoteKind.Plain,
        })]);

    private static TaskItem Item(ApplicantCase work, SectionProgress part)
    {
        var (shape, word) = part.Status switch
        {
            SectionStatus.Complete => (StateShape.Done, "完成"),
            SectionStatus.Faulty => (StateShape.Error, $"有误 {part.Errors.Count} 处"),
            SectionStatus.Doing => (StateShape.Doing, "填写中"),
            _ => (StateShape.Todo, "未开始"),
        };
        var (detail, kind) = part switch
        {
            { Errors: [var error, ..] } => (error.Message, NoteKind.Stop),
            { Unexplained: [var warning, ..] } => ($"提示待说明：{warning.Message}", NoteKind.Attention),
            { Missing: [var only] } => (only.Message, NoteKind.Attention),
            { Missing: [var first, ..] } => ($"还差 {part.Missing.Count} 项：{first.Message}", NoteKind.Plain),
            _ => ((string?)null, NoteKind.Plain),
        };
        var group = work.Sheet?.Groups.FirstOrDefault(row => row.Code == part.Code);
        return new TaskItem(Name(work, part.Code), Path(work, part.Code), shape, word)
        {
            Detail = detail,
            DetailKind = kind,
            Score = group is null ? null : (group.Score, group.Max),
        };
    }

    private static TaskItem RuleSetItem(ApplicantCase work) => new(
        work.Organisation.Kind is OrganisationKind.Factory ? "行业与适用规则集" : "适用规则集",
        $"/apply/{work.Declaration.Id.Value}/rules",
        work.RuleSet is null ? StateShape.Todo : StateShape.Done,
        work.RuleSet is null ? "未开始" : "完成")
    {
        Detail = work.RuleSet is null ? "确定后才能填写基本要求和评价指标" : work.Declaration.RuleSetReason,
        DetailKind = work.RuleSet is null ? NoteKind.Attention : NoteKind.Plain,
    };

    private static List<TaskItem> Closing(ApplicantCase work, bool ready, bool isSigner, string? signer, string home)
    {
        var handedIn = work.Declaration.SubmittedAt is not null && !work.Declaration.IsEditable;
        var who = signer ?? "负责人";
        var signing = handedIn ? new TaskItem("真实性承诺与签署", $"{home}/receipt", StateShape.Done, "已提交") { Detail = "查看回执和申报表" }
            : ready && isSigner && work.MaySubmit ? new TaskItem("真实性承诺与签署", $"{home}/sign", StateShape.You, "待签署")
            : new TaskItem("真实性承诺与签署", null, StateShape.Locked, "未开放") { Detail = !work.MaySubmit ? "申报已截止" : ready ? $"由负责人 {who} 签署后提交" : $"完成以上各部分后，由负责人 {who} 签署并提交" };
        return
        [
            new TaskItem("核对全部答案", $"{home}/check", ready ? StateShape.Done : StateShape.Doing, ready && work.MaySubmit ? "可以提交" : "可查看"),
            signing,
        ];
    }

    private static NextStep NextOf(ApplicantCase work, IReadOnlyList<SectionProgress> progress, bool ready, bool isSigner, string? signer, DateTimeOffset now)
    {
        if (!work.Declaration.IsEditable)
        {
            var receipt = work.Declaration.SubmittedAt is null ? null : $"/apply/{work.Declaration.Id.Value}/receipt";
            return new NextStep($"{CaseWords.Of(work.Declaration.State)}，自 {DateText.Moment(work.Declaration.StateSince)}", Waiting(work.Declaration.State), receipt is null ? null : "查看回执", receipt) { NeedsYou = false };
        }

        var title = work.Corrections is { } corrections ? $"请在 {DateText.Deadline(corrections.Request.Deadline)} 前补正，并重新提交给{work.District.AuthorityName}"
            : !work.WindowOpen ? "申报已截止"
            : $"请在 {DateText.Deadline(work.Deadline)} 前提交给{work.District.AuthorityName}，还有 {TimeLeft.Until(work.Deadline, now)}";
        if (work.Corrections is { IsAnswered: false } open)
        {
            return new NextStep(title, $"还有 {open.Items.Count(item => item.Answer is null)} 项补正事项待答复", "答复补正事项", $"/apply/{work.Declaration.Id.Value}/corrections");
        }

        if (work.RuleSet is null)
        {
            return progress[0].Status is SectionStatus.Complete
                ? new NextStep(title, "下一步：确定行业与适用规则集", "确定适用规则集", $"/apply/{work.Declaration.Id.Value}/rules")
                : new NextStep(title, "先填写基本信息，再确定行业与适用规则集", $"继续：{Name(work, SectionCodes.Profile)}", Path(work, SectionCodes.Profile));
        }

        if (ready)
        {
            return isSigner
                ? new NextStep(title, "各部分已完成，请核对后签署提交", "核对并签署", $"/apply/{work.Declaration.Id.Value}/check")
                : new NextStep($"各部分已完成，等待负责人 {signer} 签署提交", title) { NeedsYou = false };
        }

        var next = progress.OrderBy(part => part.Status is SectionStatus.Faulty ? 0 : 1).First(part => part.Status is not SectionStatus.Complete);
        return new NextStep(title, Owed(progress), $"继续：{Name(work, next.Code)}", Path(work, next.Code));
    }

    private static string Owed(IReadOnlyList<SectionProgress> progress)
    {
        var parts = new[]
        {
            (Count: progress.Sum(part => part.Errors.Count), Text: "改正 {0} 处错误"),
            (Count: progress.Sum(part => part.Missing.Count), Text: "补充 {0} 项"),
            (Count: progress.Sum(part => part.Unexplained.Count), Text: "说明 {0} 处提示"),
        };
        return $"还差：{string.Join(" · ", parts.Where(part => part.Count > 0).Select(part => string.Format(null, part.Text, part.Count)).Append("由负责人签署"))}";
    }

    private static string? Waiting(CaseState state) => state switch
    {
        CaseState.Withdrawn => "截止前可以恢复填报，内容均已保留。",
        CaseState.Submitted or CaseState.DistrictReview => "区县正在初审；如需补充，会在这里和消息中通知您。",
        CaseState.NotRecommended => "区县未推荐，理由见进程。",
        CaseState.NonCompliant => "未通过市级符合性审查，理由见进程。",
        _ => null,
    };

    private static string Filled(ScoreSheet sheet) =>
        $"{sheet.Indicators.Count} 项，已可计分 {sheet.Indicators.Count(row => row.State is ScoreState.Scored or ScoreState.NotApplicable)} 项";

    private static string Note(ApplicantCase work)
    {
        var open = work.Sheet?.Indicators.Where(row => row.State is ScoreState.Missing or ScoreState.Error).Sum(row => row.Max) ?? 0m;
        var line = work.Sheet?.PassLine is { } pass ? $"合格线 {NumberText.Points(pass)} 分。" : "规则集未规定合格线，名次在同一规则集内比较。";
        return open > 0m ? $"未填和有误的指标暂按 0 分计，合计 {NumberText.Maximum(open)} 分。{line}" : line;
    }
}
