using System.Text;
using GreenFactory.Application.CaseFiles;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>The signed case file: the final values, or the latest before them, with everything to recompute them.</summary>
public sealed class CaseFileModel(CaseFileQuery files) : PageModel
{
    /// <summary>Sends the file; says so where the frozen score does not hold.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await files.ReadAsync(new DeclarationId(id), [ScoreParty.Final, ScoreParty.Verified, ScoreParty.Declared], cancellation) is not { } file)
        {
            return NotFound();
        }

        return file.Text is null ? Page() : File(Encoding.UTF8.GetBytes(file.Text), "application/json", file.Name);
    }
}
