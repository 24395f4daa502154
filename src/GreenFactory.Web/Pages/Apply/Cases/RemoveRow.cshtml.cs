using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Pages.Apply.Forms;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>Shows what a row of a list holds and asks before it is deleted.</summary>
public sealed class RemoveRowModel(ApplicantCaseReader cases, SaveSectionHandler save) : CasePage
{
    /// <summary>The section, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "章节")]
    public string Code { get; set; } = "";

    /// <summary>The list, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "清单")]
    public string Group { get; set; } = "";

    /// <summary>The row, counted from 0, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "行")]
    public int Row { get; set; }

    /// <summary>The revision of the section whose row was shown.</summary>
    [BindProperty]
    [Display(Name = "版本")]
    public int Version { get; set; }

    /// <summary>The list.</summary>
    public RepeatGroup List { get; private set; } = null!;

    /// <summary>产品 2.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What the row holds.</summary>
    public IReadOnlyList<AnswerLine> Lines { get; private set; } = [];

    /// <summary>Where the list is filled in.</summary>
    public string Back => $"{CaseTasks.Path(Work, Code)}#{RowView.AnchorOf(Group, Row)}";

    /// <summary>Shows the row.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation) || !Find())
        {
            return NotFound();
        }

        Version = Work.Sections.TryGetValue(Code, out var section) ? section.Revision : 0;
        return Lines.Count == 0 ? Redirect(CaseTasks.Path(Work, Code)) : Page();
    }

    /// <summary>Deletes the row, unless somebody changed the list since it was shown.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation) || !Find())
        {
            return NotFound();
        }

        var outcome = await save.HandleAsync(RowMoves.Command(Work, Code, Group, Row, RowMove.Remove, Version), cancellation);
        if (outcome.Succeeded && !outcome.Value.HasObstacle)
        {
            Done = $"已删除{Title}。";
            return Redirect(CaseTasks.Path(Work, Code));
        }

        Refuse(outcome.Succeeded ? [new Error("rows.disturbed", RowMoves.Disturbed(outcome.Value))] : outcome.Errors);
        Version = Work.Sections.TryGetValue(Code, out var section) ? section.Revision : 0;
        ModelState.SetModelValue(nameof(Version), Version, null);
        return Page();
    }

    private bool Find()
    {
        if (!SectionLayout.Knows(Work.RuleSet, Code) || SectionForm.Of(Work, Code).AllRows().FirstOrDefault(rows => rows.Code == Group) is not { } rows
            || rows.Rows.FirstOrDefault(row => row.Anchor == RowView.AnchorOf(Group, Row)) is not { } found)
        {
            return false;
        }

        List = Work.RuleSet!.RuleSet.RepeatGroups.First(group => group.Code == Group);
        Title = $"“{found.Title}”";
        Lines = [.. found.Fields.Where(field => field.Text.Length > 0).Select(field => new AnswerLine(field.Label, AnswerGroups.Words(field)))];
        return true;
    }
}
