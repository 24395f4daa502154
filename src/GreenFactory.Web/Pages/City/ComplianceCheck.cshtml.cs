using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>The compliance check of one case (符合性审查).</summary>
public sealed class ComplianceCheckModel(
    CityCaseQuery query, CityReviewQuery review, RegisterStandingReader register, DecideComplianceHandler decide, StepsQuery steps, TimeProvider clock) : PageModel
{
    /// <summary>The case.</summary>
    public CityCase Case { get; private set; } = null!;

    /// <summary>What the district and the departments recorded.</summary>
    public CityReview Review { get; private set; } = null!;

    /// <summary>What the register holds against the unit, whether or not an exception was recorded; null for nothing.</summary>
    public ListBar? Bar { get; private set; }

    /// <summary>The rulings as typed, in the order of <see cref="ComplianceItem"/>.</summary>
    [BindProperty]
    public CheckInput Input { get; set; } = new();

    /// <summary>Whether somebody decided since the form was opened: then every item shows what is saved now.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>What this page shows, to be sent with the form.</summary>
    public string Stamp => SeenStamps.OfCompliance(
        Case.Rulings, Review.Opinions.Select(row => (row.Opinion.Id, row.Opinion.Version)), [Case.Declared?.Score.Id, Case.Verified?.Score.Id]);

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>What was saved where the page stays, because words typed into it belong to no decision yet; null where it leads on.</summary>
    public string? Kept { get; private set; }

    /// <summary>Shows.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!(await steps.ReadAsync(Case.Declaration, CitySteps.Compliance, StepKnown.Nothing, cancellation)).Offers(CaseAction.PassCompliance))
        {
            return Redirect($"/city/cases/{id}");
        }

        Input.Items =
        [
            .. Enum.GetValues<ComplianceItem>().Select(item => Case.Rulings.FirstOrDefault(row => row.Item == item && row.RuledAt >= Case.Declaration.StateSince) is { } ruling
                ? new ItemInput { Verdict = ruling.Verdict, Remark = ruling.Remark }
                : new ItemInput()),
        ];
        return Page();
    }

    /// <summary>Keeps the rulings or decides.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, ComplianceOutcome outcome, CancellationToken cancellation)
    {
        var answers = Input.Items.Select((item, index) => new ComplianceAnswer((ComplianceItem)index, item.Verdict, item.Remark)).Where(answer => Enum.IsDefined(answer.Item)).ToList();
        var result = await decide.HandleAsync(new DecideCompliance(new DeclarationId(id), answers, outcome, Input.Reason) { Seen = Input.Seen }, cancellation);
        if (result.Succeeded && outcome is ComplianceOutcome.Keep)
        {
            return await KeptAsync(id, cancellation);
        }

        if (result.Succeeded)
        {
            TempData["Done"] = outcome switch
            {
                ComplianceOutcome.Pass => "符合性审查通过，案件进入专家评审。",
                ComplianceOutcome.Fail => "已作出不通过结论，并通知申报单位和区县。",
                _ => "已退回区县。",
            };
            return Redirect("/city/compliance");
        }

        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        IsOvertaken = result.Errors.Any(error => error.Code == "compliance.changed_meanwhile");
        ModelState.AddErrors(result.Errors);
        return Page();
    }

    /// <summary>Says what was saved; a remark beside no verdict and the reason of a decision to come are not, and stay where they were typed.</summary>
    private async Task<IActionResult> KeptAsync(Guid id, CancellationToken cancellation)
    {
        var open = Input.Items.Select((item, index) => (item, index)).Where(row => row.item.Verdict is null && !WrittenText.SaysNothing(row.item.Remark)).Select(row => row.index).ToList();
        var reason = !WrittenText.SaysNothing(Input.Reason);
        var sentence = (open.Count, reason) switch
        {
            (0, false) => "已保存。",
            (0, true) => "已保存各项结论。不通过或退回的理由在作出结论时提交，仍在页面上。",
            _ => $"已保存选了结论的项目。第 {string.Join("、", open.Select(index => index + 1))} 项填写了说明、没有选择结论，没有保存，说明{(reason ? "和不通过或退回的理由" : "")}仍在页面上。",
        };
        if (open.Count > 0 || reason)
        {
            if (!Request.IsBackground() && await LoadAsync(id, cancellation))
            {
                Kept = sentence;
                return Page();
            }

            Response.LeaveTyped([.. open.Select(index => $"Input.Items[{index}].Remark"), .. reason ? new[] { "Input.Reason" } : []]);
        }

        TempData["Done"] = sentence;
        return Redirect($"/city/cases/{id}/compliance");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.ReadAsync(new DeclarationId(id), cancellation) is not { } found)
        {
            return false;
        }

        Case = found;
        Review = await review.ReadAsync(found.Declaration.Id, cancellation);
        Bar = (await register.ReadAsync(found.Declaration.OrganisationId, clock.GetUtcNow(), cancellation)).Stops(found.Declaration.Purpose);
        return true;
    }

    /// <summary>The whole check as typed.</summary>
    public sealed class CheckInput
    {
        /// <summary>One for each item.</summary>
        public IList<ItemInput> Items { get; set; } = [];

        /// <summary>What the form was opened over.</summary>
        [Display(Name = "打开页面时的版本")]
        public string? Seen { get; set; }

        /// <summary>Why it fails or goes back.</summary>
        [Display(Name = "不通过或退回的理由")]
        public string? Reason { get; set; }
    }

    /// <summary>One item as typed.</summary>
    public sealed class ItemInput
    {
        /// <summary>The verdict.</summary>
        [Display(Name = "结论")]
        public ComplianceVerdict? Verdict { get; set; }

        /// <summary>The remark.</summary>
        [Display(Name = "说明")]
        public string? Remark { get; set; }
    }
}
