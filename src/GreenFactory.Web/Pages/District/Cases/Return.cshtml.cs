using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>One line of the form: what it is about, and what to correct.</summary>
public sealed class ReturnLine
{
    /// <summary>Kind and code, such as <c>Indicator:energy_intensity</c>.</summary>
    [Display(Name = "补正对象")]
    public string? Subject { get; set; }

    /// <summary>What is to be corrected.</summary>
    [Display(Name = "补正内容")]
    public string? Text { get; set; }
}

/// <summary>Returns a case for correction, and shows earlier returns with their answers.</summary>
public sealed class ReturnModel(WorkbenchQuery workbench, FilingWindowReader windows, ReturnCaseHandler handler, StepsQuery steps, TimeProvider clock) : DeskPage
{
    /// <summary>Most items of one return.</summary>
    private const int MostLines = 60;

    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>How many lines the form has at least; its script fills in what was typed into them.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "项数")]
    public int Lines { get; set; }

    /// <summary>Last day for the answer.</summary>
    [BindProperty]
    [Display(Name = "补正期限")]
    public DateOnly? LastDay { get; set; }

    /// <summary>The items.</summary>
    [BindProperty]
    public List<ReturnLine> Items { get; set; } = [];

    /// <summary>The case with everything known.</summary>
    public Workbench Bench { get; private set; } = null!;

    /// <summary>Whether the case can be returned, and by this person.</summary>
    public OpenSteps Steps { get; private set; } = OpenSteps.None;

    /// <summary>Until when the district reports; the applicant must answer before.</summary>
    public DateTimeOffset ReportBy { get; private set; }

    /// <summary>What can be asked about.</summary>
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    /// <summary>Now, for the days with the applicant.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Shows the form; open questions are items already.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        Items = [.. Bench.Review.Verdicts.Values.Where(verdict => verdict is { Outdated: false, Verdict.Kind: VerdictKind.Question })
            .OrderBy(verdict => PlaceOf(verdict.Verdict.IndicatorCode))
            .Select(verdict => new ReturnLine { Subject = $"Indicator:{verdict.Verdict.IndicatorCode}", Text = verdict.Verdict.Reason })];
        Fill();
        while (Items.Count < Math.Min(Lines, MostLines))
        {
            Items.Add(new ReturnLine());
        }

        return Page();
    }

    /// <summary>Adds an empty line; what was typed stays.</summary>
    public async Task<IActionResult> OnPostMoreAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Request.IsBackground())
        {
            Response.LeaveTyped([nameof(LastDay), .. Items.SelectMany((_, line) => new[] { $"Items[{line}].Subject", $"Items[{line}].Text" })]);
            return LocalRedirect($"/district/cases/{Id}/return?lines={Math.Min(Items.Count + 1, MostLines)}");
        }

        if (Items.Count < MostLines)
        {
            Items.Add(new ReturnLine());
        }

        return Page();
    }

    /// <summary>Returns the case.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        if (Items.FindIndex(line => line.Subject is { Length: > 0 } subject && Subjects.All(item => item.Value != subject)) is >= 0 and var unknown)
        {
            ModelState.AddModelError($"Items[{unknown}].Subject", "请从列表中选择要补正的内容。");
            Fill();
            return Page();
        }

        if (Items.FindIndex(line => string.IsNullOrEmpty(line.Subject) && !WrittenText.SaysNothing(line.Text)) is >= 0 and var without)
        {
            ModelState.AddModelError($"Items[{without}].Subject", "请选择这一项的补正对象。");
            Fill();
            return Page();
        }

        if (Items.FindIndex(line => !string.IsNullOrEmpty(line.Subject) && WrittenText.SaysNothing(line.Text)) is >= 0 and var wordless)
        {
            ModelState.AddModelError($"Items[{wordless}].Text", "选择了补正对象，请写明要补正什么；不需要这一项的，请改回“请选择”。");
            Fill();
            return Page();
        }

        var items = Items.Where(line => !WrittenText.SaysNothing(line.Text)).Select(Read).ToList();
        var outcome = await handler.HandleAsync(new ReturnCase(new DeclarationId(Id), LastDay, items), cancellation);
        if (outcome.Succeeded)
        {
            return After(outcome, $"已退回补正 {items.Count} 项，审查时间暂停计算。", $"/district/cases/{Id}");
        }

        Show(outcome.Errors);
        Fill();
        return Page();
    }

    private ItemToCorrect Read(ReturnLine line)
    {
        var (kind, code) = (line.Subject ?? "").Split(':', 2) is [var first, var second] ? (first, second) : ("Field", "");
        var label = Subjects.FirstOrDefault(item => item.Value == line.Subject)?.Text ?? "其他";
        return new ItemToCorrect(Enum.TryParse<ChangeSubject>(kind, out var subject) ? subject : ChangeSubject.Field, code, label, line.Text!);
    }

    private int PlaceOf(string indicator) => Bench.Review.Declared.RuleSet.RuleSet.Indicators.Select(row => row.Code).ToList().IndexOf(indicator);

    /// <summary>There is always a line to write in.</summary>
    private void Fill()
    {
        if (Items.Count == 0)
        {
            Items.Add(new ReturnLine());
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await workbench.ReadAsync(new DeclarationId(Id), cancellation) is not { } bench)
        {
            return false;
        }

        (Bench, Steps) = (bench, await steps.ReadAsync(bench.Declaration, [CaseAction.Return], bench.Known, cancellation));
        ReportBy = await windows.EndAsync(bench.Declaration, cancellation);
        var set = bench.Review.Declared.RuleSet.RuleSet;
        Subjects =
        [
            new SelectListItem("请选择", ""),
            .. set.Indicators.Select(row => new SelectListItem($"指标 {IndicatorTitles.Of(row)}", $"Indicator:{row.Code}")),
            .. set.Gates.Select(gate => new SelectListItem($"基本要求：{gate.Title}", $"Gate:{gate.Code}")),
            .. set.Indicators.Select(row => new SelectListItem($"材料：{IndicatorTitles.Of(row)}", $"Evidence:{row.Code}")),
            new SelectListItem("单位基本信息（全部）", $"Field:{UnlockedPlaces.WholeProfile}"),
            .. ProfileFields.For(bench.Declaration.Kind).Select(field => new SelectListItem($"基本信息：{field.Label}", $"Field:{FormField.OfProfile(field.Code).Name}")),
            .. set.Inputs.Select(input => new SelectListItem($"填报项：{input.Label}", $"Field:{FormField.OfInput(input.Code).Name}")),
            .. set.RepeatGroups.Select(group => new SelectListItem($"填报项：{group.Label}（各行）", $"Field:{FormField.OfList(group.Code)}")),
            new SelectListItem("其他：只需书面说明，不开放填报内容", "Field:"),
        ];
        return true;
    }
}
