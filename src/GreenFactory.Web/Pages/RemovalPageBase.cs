using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages;

/// <summary>One proposal with its documents, the answer of the unit and the decision, as each desk sees it.</summary>
public abstract class RemovalPageBase(RemovalListQuery query, RemovalPaperReader papers, FileLimits limits) : DeskPage
{
    /// <summary>The proposal.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>A document.</summary>
    [BindProperty]
    [Display(Name = "材料")]
    public IFormFile? Paper { get; set; }

    /// <summary>What is shown.</summary>
    public RemovalPage Removal { get; private set; } = null!;

    /// <summary>The largest file that is taken, in bytes.</summary>
    public long MaxBytes => limits.MaxBytes;

    /// <summary>The address of the page.</summary>
    public abstract string Path { get; }

    /// <summary>Key of the proposal.</summary>
    protected RemovalProposalId Key => new(Id);

    /// <summary>Shows.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await query.ReadAsync(Key, cancellation) is not { } found)
        {
            return NotFound();
        }

        Removal = found;
        return Page();
    }

    /// <summary>A document of the proposal, inline.</summary>
    public async Task<IActionResult> OnGetPaperAsync(Guid paper, CancellationToken cancellation) => Inline(await papers.OpenAsync(new RemovalPaperId(paper), cancellation));

    /// <summary>Goes back to the page, or shows why not.</summary>
    protected async Task<IActionResult> TellAsync(Result outcome, string done, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
        {
            Done = done;
            return LocalRedirect(Path);
        }

        Show(outcome.Errors);
        return await OnGetAsync(cancellation);
    }
}
