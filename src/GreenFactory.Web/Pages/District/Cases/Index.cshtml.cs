using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>A value of the verdict form.</summary>
public sealed class VerdictValue
{
    /// <summary>Its place in the facts.</summary>
    [Display(Name = "填报项")]
    public string Path { get; set; } = "";

    /// <summary>As typed or chosen; several for a multi-choice.</summary>
    [Display(Name = "数值")]
    public List<string?> Value { get; set; } = [];
}

/// <summary>The workbench of one case.</summary>
public sealed class IndexModel(
    WorkbenchQuery workbench, RuleIndicatorHandler rule, ConfirmRuleSetHandler confirm, TakeCaseHandler take, ReconsiderHandler reconsider, OpenEvidenceHandler evidence, StepsQuery steps) : DeskPage
{
    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>Code of the indicator at work; the first that is not ruled when empty.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "指标")]
    public string? Indicator { get; set; }

    /// <summary>The file being shown.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    [Display(Name = "材料")]
    public Guid? FileId { get; set; }

    /// <summary>The verdict.</summary>
    [BindProperty]
    [Display(Name = "核定意见")]
    public VerdictKind? Kind { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    [Display(Name = "理由")]
    public string? Reason { get; set; }

    /// <summary>The values of the form.</summary>
    [BindProperty]
    public List<VerdictValue> Values { get; set; } = [];

    /// <summary>What this form was opened over.</summary>
    [BindProperty]
    [Display(Name = "打开页面时的版本")]
    public string? Seen { get; set; }

    /// <summary>Everything shown.</summary>
    public Workbench Bench { get; private set; } = null!;

    /// <summary>The indicator at work, verified.</summary>
    public IndicatorScore Current { get; private set; } = null!;

    /// <summary>The same, as declared.</summary>
    public IndicatorScore DeclaredScore { get; private set; } = null!;

    /// <summary>The answers it reads, as declared.</summary>
    public IReadOnlyList<PlacedAnswer> Answers { get; private set; } = [];

    /// <summary>The same answers, verified.</summary>
    public IReadOnlyList<PlacedAnswer> Verified { get; private set; } = [];

    /// <summary>Files of the indicator at work, then all others.</summary>
    public IReadOnlyList<EvidenceFile> Files { get; private set; } = [];

    /// <summary>The file being shown.</summary>
    public EvidenceFile? Shown { get; private set; }

    /// <summary>What can be done with the case as a whole.</summary>
    public OpenSteps Steps { get; private set; } = OpenSteps.None;

    /// <summary>Every verdict on the indicator at work, the first one first.</summary>
    public IReadOnlyList<IndicatorVerdict> Verdicts { get; private set; } = [];

    /// <summary>The question that stands; null for none.</summary>
    public IndicatorVerdict? Question { get; private set; }

    /// <summary>Another officer's verdict that came after this form was opened, to be compared with what is typed; null otherwise.</summary>
    public IndicatorVerdict? Meanwhile { get; private set; }

    /// <summary>Whether the indicator can be ruled now.</summary>
    public bool CanRule => Bench.Declaration.State is CaseState.DistrictReview && !Steps.IsInvolved;

    /// <summary>The code after this one; the first when this is the last.</summary>
    public string Next => Neighbour(1);

    /// <summary>The code before this one.</summary>
    public string Previous => Neighbour(-1);

    /// <summary>What a file proves: the indicator or basic requirement it was uploaded for.</summary>
    public string SubjectOf(EvidenceFile file)
    {
        var rules = Bench.Review.Declared.RuleSet.RuleSet;
        return rules.Indicators.FirstOrDefault(row => row.Code == file.SubjectCode) is { } indicator
            ? $"{indicator.Number} {(indicator.Detail.Length > 0 ? indicator.Detail : indicator.Name)}"
            : rules.Gates.FirstOrDefault(gate => gate.Code == file.SubjectCode)?.Title ?? "其他";
    }

    /// <summary>What a verdict says, with what it changed into what.</summary>
    public string Words(IndicatorVerdict verdict) => VerdictWords.Of(verdict, Bench.Review.Declared);

    /// <summary>The question at a place of the form, with what stands in it.</summary>
    public VerdictField FieldAt(int index)
    {
        var (answer, score) = (Answers[index], Bench.Review.Declared);
        var typed = Values.FirstOrDefault(value => value.Path == answer.Path)?.Value.Select(part => part ?? "").ToList();
        return new VerdictField(index, answer, typed ?? [.. answer.Answer?.Parts ?? []], new AnswerWords(score.RuleSet.RuleSet, score.Score.AsOf).OptionsOf(answer.Definition));
    }

    /// <summary>Shows the workbench.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        var standing = Bench.Review.Verdicts.GetValueOrDefault(Current.Code);
        Kind = standing is { Outdated: false } ? standing.Verdict.Kind : null;
        Reason = standing is { Outdated: false, Verdict.Kind: not VerdictKind.Question } ? standing.Verdict.Reason : null;
        Seen = IndicatorStamp.Of(Bench.Review, Current.Code).ToString();
        Values = [.. Verified.Select(answer => new VerdictValue { Path = answer.Path, Value = [.. answer.Answer?.Parts ?? []] })];
        return Page();
    }

    /// <summary>Keeps the verdict and goes to the next indicator.</summary>
    public async Task<IActionResult> OnPostRuleAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        var outcome = await rule.HandleAsync(
            new RuleIndicator(new DeclarationId(Id), Current.Code, Kind, Reason, [.. Values.Select(value => new TypedValue(value.Path, [.. value.Value.Select(part => part ?? "")]))], IndicatorStamp.Read(Seen)), cancellation);
        if (outcome.Succeeded)
        {
            Done = $"已保存“{Current.Name}”的核定意见：{ReviewWords.Of(Kind!.Value)}。";
            return LocalRedirect($"/district/cases/{Id}?indicator={Uri.EscapeDataString(Next)}");
        }

        Show(outcome.Errors.Select(error => Values.FindIndex(value => value.Path == error.Field) is >= 0 and var place ? error.At($"Values[{place}].Value") : error));
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        var now = IndicatorStamp.Of(Bench.Review, Current.Code);
        Meanwhile = IndicatorStamp.Read(Seen).Verdict != now.Verdict ? Verdicts.LastOrDefault() : null;
        Seen = now.ToString();
        ModelState.Remove(nameof(Seen));
        return Page();
    }

    /// <summary>Takes the case into review.</summary>
    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation) =>
        After(await take.HandleAsync(new DeclarationId(Id), cancellation), "已受理，可以开始核定。", $"/district/cases/{Id}");

    /// <summary>Confirms the rule set.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation) =>
        After(await confirm.HandleAsync(new DeclarationId(Id), cancellation), "已确认行业代码和规则集。", $"/district/cases/{Id}");

    /// <summary>Takes the conclusion back.</summary>
    public async Task<IActionResult> OnPostReconsiderAsync(CancellationToken cancellation) =>
        After(await reconsider.HandleAsync(new DeclarationId(Id), Reason, cancellation), "已撤回结论，案件回到初审。", $"/district/cases/{Id}");

    /// <summary>A piece of evidence, inline; that this officer was shown it is kept.</summary>
    public async Task<IActionResult> OnGetEvidenceAsync(CancellationToken cancellation) =>
        Inline(FileId is { } file ? await evidence.HandleAsync(new DeclarationId(Id), new EvidenceId(file), cancellation) : null);

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await workbench.ReadAsync(new DeclarationId(Id), cancellation) is not { } bench)
        {
            return false;
        }

        Bench = bench;
        var rows = bench.Review.VerifiedSheet.Indicators;
        Current = rows.FirstOrDefault(row => row.Code == Indicator)
            ?? rows.FirstOrDefault(row => bench.Review.Verdicts.GetValueOrDefault(row.Code) is not { IsRuled: true })
            ?? rows[0];
        DeclaredScore = bench.Review.Declared.Sheet.Indicators.First(row => row.Code == Current.Code);
        Answers = DeclaredAnswers.Of(bench.Review.Declared.RuleSet, bench.Review.Declared.Facts, Current.Code);
        Verified = DeclaredAnswers.Of(bench.Review.Declared.RuleSet, bench.Review.Verified, Current.Code);
        Verdicts = [.. bench.Review.History[Current.Code]];
        Question = bench.Review.Verdicts.GetValueOrDefault(Current.Code) is { Verdict: { Kind: VerdictKind.Question } question } ? question : null;
        Files = [.. bench.Evidence.OrderBy(file => file.SubjectCode != Current.Code)];
        Shown = Files.FirstOrDefault(file => file.Id.Value == FileId) ?? Files.FirstOrDefault();
        Steps = await steps.ReadAsync(bench.Declaration, DistrictSteps.All, bench.Known, cancellation);
        return true;
    }

    private string Neighbour(int step)
    {
        var rows = Bench.Review.VerifiedSheet.Indicators;
        var place = rows.ToList().FindIndex(row => row.Code == Current.Code);
        return rows[(place + step + rows.Count) % rows.Count].Code;
    }
}
