using System.Text;
using GreenFactory.Application.CaseFiles;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>The signed case file: what the district verified, or else what was declared, with everything to recompute it.</summary>
public sealed class CaseFileModel(CaseFileQuery files) : DeskPage
{
    /// <summary>Sends the file; says so where the frozen score does not hold.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await files.ReadAsync(new DeclarationId(id), [ScoreParty.Verified, ScoreParty.Declared], cancellation) is not { } file)
        {
            return NotFound();
        }

        return file.Text is null ? Page() : File(Encoding.UTF8.GetBytes(file.Text), "application/json", file.Name);
    }
}
