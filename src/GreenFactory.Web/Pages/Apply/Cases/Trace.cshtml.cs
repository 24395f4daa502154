using System.ComponentModel.DataAnnotations;
using System.Text;
using GreenFactory.Application.Declarations;
using GreenFactory.Scoring.Evaluation;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>The score sheet with the trace of every point, as JSON, for an independent check.</summary>
public sealed class TraceModel(ApplicantCaseReader cases) : CasePage
{
    /// <summary>The indicator, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "指标")]
    public string Indicator { get; set; } = "";

    /// <summary>Sends the sheet reduced to the indicator.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation) || Work.Sheet is not { } sheet || sheet.Indicators.All(row => row.Code != Indicator))
        {
            return NotFound();
        }

        var part = sheet with { Indicators = [.. sheet.Indicators.Where(row => row.Code == Indicator)] };
        return File(Encoding.UTF8.GetBytes(ScoreSheetJson.Write(part)), "application/json", $"{Work.Declaration.CaseNumber}-{Indicator}.json");
    }
}
