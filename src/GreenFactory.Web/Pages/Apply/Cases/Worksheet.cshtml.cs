using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Ports.Pdf;
using GreenFactory.Web.Pages.Apply.Forms;
using GreenFactory.Web.Rendering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>指标计算过程表 of the energy carriers, as a page to read and print, and as PDF to attach as evidence.</summary>
public sealed class WorksheetModel(ApplicantCaseReader cases, ViewText views, IPdfPrinter printer, IServer server, HeldConnection held, ILogger<WorksheetModel> logger) : CasePage
{
    /// <summary>html or pdf, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "格式")]
    public string Format { get; set; } = "";

    /// <summary>Shows or prints.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation) || EnergyWorksheet.Of(Work) is not { } worksheet)
        {
            return NotFound();
        }

        var html = await views.RenderAsync(PageContext, "/Pages/Apply/_EnergyWorksheet.cshtml", worksheet, document: true);
        if (Format == "html")
        {
            return Content(html, "text/html; charset=utf-8");
        }

        var number = Work.Declaration.CaseNumber.ToString();
        held.GiveBack();
        var result = await printer.PrintAsync(new PdfRequest(html) { Origin = PrintOrigin.Of(server) }, cancellation);
        if (result is PdfResult.Printed printed)
        {
            return File(printed.Content.ToArray(), "application/pdf", $"指标计算过程表-{number}.pdf");
        }

        var failed = (PdfResult.Failed)result;
        logger.LogWarning("The calculation sheet was not printed: {Cause}", failed.OperatorMessage);
        ModelState.AddModelError("", failed.Message);
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }
}
