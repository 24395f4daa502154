using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Ports.Pdf;
using GreenFactory.Web.Rendering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>The 申报表 as PDF, printed from the latest submission: the same numbers, the hash on every page.</summary>
public sealed class SheetModel(ApplicantCaseReader cases, SubmissionReader submissions, ViewText views, IPdfPrinter printer, IServer server, HeldConnection held, ILogger<SheetModel> logger) : CasePage
{
    /// <summary>Prints.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation) || await submissions.ReadLatestAsync(Key, cancellation) is not { } submitted)
        {
            return NotFound();
        }

        var html = await views.RenderAsync(PageContext, "/Pages/Apply/_DeclarationSheet.cshtml", new DeclarationSheet(Work, submitted), document: true);
        var submission = submitted.Submission;
        held.GiveBack();
        var result = await printer.PrintAsync(new PdfRequest(html) { Origin = PrintOrigin.Of(server) }, cancellation);
        if (result is PdfResult.Printed printed)
        {
            return File(printed.Content.ToArray(), "application/pdf", $"申报表-{submission.ReceiptNumber}.pdf");
        }

        var failed = (PdfResult.Failed)result;
        logger.LogWarning("The declaration sheet was not printed: {Cause}", failed.OperatorMessage);
        ModelState.AddModelError("", failed.Message);
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }
}

/// <summary>What the printed sheet states.</summary>
/// <param name="Work">The case.</param>
/// <param name="Submitted">The submission.</param>
public sealed record DeclarationSheet(ApplicantCase Work, SubmittedDeclaration Submitted);
