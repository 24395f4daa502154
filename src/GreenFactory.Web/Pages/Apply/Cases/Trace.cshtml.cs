using System.ComponentModel.DataAnnotations;
using System.Text;
using GreenFactory.Application.Declarations;
using GreenFactory.Scoring.CaseFiles;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>One indicator with its trace, as JSON: a part of the case file that says that it is one.</summary>
public sealed class TraceModel(ApplicantCaseReader cases) : CasePage
{
    /// <summary>The indicator, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "指标")]
    public string Indicator { get; set; } = "";

    /// <summary>Sends the part.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation) || Work.Sheet is not { } sheet || sheet.Indicators.All(row => row.Code != Indicator))
        {
            return NotFound();
        }

        return File(Encoding.UTF8.GetBytes(CaseFile.Part(sheet, Indicator)), "application/json", $"{Work.Declaration.CaseNumber}-{Indicator}.json");
    }
}
