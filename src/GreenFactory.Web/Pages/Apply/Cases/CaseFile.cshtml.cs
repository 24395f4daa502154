using System.Text;
using GreenFactory.Application.CaseFiles;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>The signed case file: what the applicant declared, with everything to recompute it.</summary>
public sealed class CaseFileModel(CaseFileQuery files) : PageModel
{
    /// <summary>Sends the file; says so where the frozen score does not hold.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await files.ReadAsync(new DeclarationId(id), [ScoreParty.Declared], cancellation) is not { } file)
        {
            return NotFound();
        }

        return file.Text is null ? Page() : File(Encoding.UTF8.GetBytes(file.Text), "application/json", file.Name);
    }
}
