using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Evidence;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>Asks before a file is taken out.</summary>
public sealed class RemoveEvidenceModel(ApplicantCaseReader cases, RemoveEvidenceHandler remove) : CasePage
{
    /// <summary>The file, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "材料")]
    public Guid Evidence { get; set; }

    /// <summary>The file.</summary>
    public EvidenceFile Document { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cases, cancellation) && Find() ? Page() : NotFound();

    /// <summary>Removes the file.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation) || !Find())
        {
            return NotFound();
        }

        var outcome = await remove.HandleAsync(Key, new EvidenceId(Evidence), cancellation);
        if (outcome.Succeeded)
        {
            Done = $"已移除“{Document.FileName}”。";
            return Redirect($"{Home}/evidence/{Document.SubjectCode}");
        }

        Refuse(outcome.Errors);
        return Page();
    }

    private bool Find()
    {
        Document = Work.Evidence.FirstOrDefault(file => file.Id.Value == Evidence)!;
        return Document is not null;
    }
}
