using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Experts;
using GreenFactory.Domain.Assessments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Experts;

/// <summary>One case for one expert: declaration on conflict of interest, then the assessment.</summary>
public sealed class CaseModel(ExpertCaseQuery query, DeclareConflictHandler declare, SaveAssessmentHandler save) : PageModel
{
    /// <summary>The assignment, with the case once it is open to the expert.</summary>
    public ExpertCase Case { get; private set; } = null!;

    /// <summary>The form.</summary>
    [BindProperty]
    public CaseInput Input { get; set; } = new();

    /// <summary>Whether the expert saved elsewhere since the form was opened: then what is saved stands beside what is typed.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>What is saved of a mark; null for nothing.</summary>
    public ExpertMark? SavedOf(MarkForm mark) => IsOvertaken ? Case.Work!.Marks.FirstOrDefault(row => row.Subject == mark.Subject && row.Code == mark.Code) : null;

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Shows.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Case.Work is { } work)
        {
            Input.Comment = Case.Assignment.Comment;
            Input.Seen = SeenStamps.OfAssessment(Case.Assignment.Comment, work.Marks);
            Input.Marks =
            [
                .. work.Graded.Select(row => Shown(work, MarkSubject.Indicator, row.Code)),
                .. work.Criteria.Select(row => Shown(work, MarkSubject.Criterion, row.Code)),
            ];
        }

        return Page();
    }

    /// <summary>Declares a conflict or none.</summary>
    public async Task<IActionResult> OnPostDeclareAsync(Guid id, CancellationToken cancellation)
    {
        var outcome = await declare.HandleAsync(new DeclareConflict(new ExpertAssignmentId(id), Input.Conflict, Input.Reason), cancellation);
        if (outcome.Succeeded)
        {
            Done = Input.Conflict == true ? "已声明回避，案件不再向您显示，市级部门将更换专家。" : "已声明无需回避，可以开始评审。";
            return Redirect(Input.Conflict == true ? "/experts" : $"/experts/cases/{id}");
        }

        return await AgainAsync(id, outcome.Errors, cancellation);
    }

    /// <summary>Keeps or finishes the assessment.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id, bool finish, CancellationToken cancellation)
    {
        var outcome = await save.HandleAsync(
            new SaveAssessment(new ExpertAssignmentId(id), [.. Input.Marks.Select(mark => new MarkInput(mark.Subject, mark.Code ?? "", mark.Points, mark.Reason))], Input.Comment, finish) { Seen = Input.Seen ?? "" },
            cancellation);
        if (outcome.Succeeded)
        {
            Done = finish ? "评审已完成，提交后不能修改。" : "草稿已保存。";
            return Redirect(finish ? "/experts" : $"/experts/cases/{id}");
        }

        return await AgainAsync(id, outcome.Errors, cancellation);
    }

    private static MarkForm Shown(ExpertWork work, MarkSubject subject, string code)
    {
        var mark = work.Marks.FirstOrDefault(row => row.Subject == subject && row.Code == code);
        return new MarkForm { Subject = subject, Code = code, Points = mark?.Points?.ToString("0.##", CultureInfo.InvariantCulture), Reason = mark?.Reason };
    }

    private async Task<IActionResult> AgainAsync(Guid id, IReadOnlyList<Domain.Shared.Error> errors, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        ModelState.AddErrors(errors);
        IsOvertaken = errors.Any(error => error.Code == "assessment.changed_meanwhile");
        if (IsOvertaken && Case.Work is { } work)
        {
            ModelState.Remove("Input.Seen");
            Input.Seen = SeenStamps.OfAssessment(Case.Assignment.Comment, work.Marks);
        }

        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var found = await query.ReadAsync(new ExpertAssignmentId(id), cancellation);
        Case = found!;
        return found is not null;
    }

    /// <summary>The form as typed.</summary>
    public sealed class CaseInput
    {
        /// <summary>Whether there is a conflict.</summary>
        [Display(Name = "是否需要回避")]
        public bool? Conflict { get; set; }

        /// <summary>Which one.</summary>
        [Display(Name = "理由")]
        public string? Reason { get; set; }

        /// <summary>The draft that the form was opened over.</summary>
        [Display(Name = "打开页面时的草稿")]
        public string? Seen { get; set; }

        /// <summary>The points.</summary>
        public IList<MarkForm> Marks { get; set; } = [];

        /// <summary>The comment on the whole.</summary>
        [Display(Name = "评审意见")]
        public string? Comment { get; set; }
    }

    /// <summary>Points as typed.</summary>
    public sealed class MarkForm
    {
        /// <summary>Indicator or criterion.</summary>
        [Display(Name = "评分对象")]
        public MarkSubject Subject { get; set; }

        /// <summary>Its code.</summary>
        [Display(Name = "代码")]
        public string? Code { get; set; }

        /// <summary>The points.</summary>
        [Display(Name = "得分")]
        public string? Points { get; set; }

        /// <summary>Why.</summary>
        [Display(Name = "理由")]
        public string? Reason { get; set; }
    }
}
