using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Evidence;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Domain.Evidence;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Hosting;
using GreenFactory.Web.Pages.Apply.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>Files for one gate or indicator.</summary>
[EnableRateLimiting(RateLimits.Upload)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class UploadModel(ApplicantCaseReader cases, UploadEvidenceHandler handler, FileLimits limits) : CasePage
{
    /// <summary>What one request may carry in bytes. It is larger than any accepted file, so that a file that is too large is refused with words.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    /// <summary>Code of the gate or indicator, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "证明的指标")]
    public string Subject { get; set; } = "";

    /// <summary>The file.</summary>
    [BindProperty]
    [Display(Name = "文件")]
    public IFormFile? Upload { get; set; }

    /// <summary>What the files prove.</summary>
    public string SubjectName { get; private set; } = "";

    /// <summary>Documents wanted.</summary>
    public IReadOnlyList<string> Wanted { get; private set; } = [];

    /// <summary>Files so far.</summary>
    public EvidenceList Files { get; private set; } = null!;

    /// <summary>The section to go back to.</summary>
    public string Back { get; private set; } = "";

    /// <summary>Largest file in bytes.</summary>
    public long MaxBytes => limits.MaxBytes;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cases, cancellation) && Describe() ? Page() : NotFound();

    /// <summary>Takes a file.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var script = Request.IsBackground();
        var error = Upload is null ? EvidenceErrors.NoFile : null;
        EvidenceFile? row = null;
        if (Upload is not null)
        {
            await using var content = Upload.OpenReadStream();
            var outcome = await handler.HandleAsync(new UploadEvidence(Key, Subject, Upload.FileName, content), cancellation);
            row = outcome.Succeeded ? outcome.Value : null;
            error = outcome.Succeeded ? null : outcome.Error;
        }

        if (!await LoadAsync(cases, cancellation) || !Describe())
        {
            return NotFound();
        }

        if (error is null)
        {
            Done = "材料已上传。";
            return script ? new JsonResult(new { id = row!.Id.Value, location = Url.Content("~" + Request.Path.Value) }) : Redirect(Request.Path);
        }

        if (script)
        {
            return new JsonResult(new { message = error.Message }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        Refuse([error]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private bool Describe()
    {
        var set = Work.RuleSet?.RuleSet;
        if (set?.Gates.FirstOrDefault(gate => gate.Code == Subject) is { } gate)
        {
            (SubjectName, Wanted, Back) = (gate.Title, EvidenceLists.Words(gate.Evidence, gate.EvidenceIfAny), CaseTasks.Path(Work, SectionCodes.Gates));
        }
        else if (set?.Indicators.FirstOrDefault(indicator => indicator.Code == Subject) is { } indicator)
        {
            (SubjectName, Wanted, Back) = (IndicatorTitles.Of(indicator), EvidenceLists.Words(indicator.Evidence, indicator.EvidenceIfAny), CaseTasks.PathOf(Work, indicator.Code));
        }
        else
        {
            return false;
        }

        Files = EvidenceLists.Of(Work, Subject, []) with { AddPath = null };
        return true;
    }
}
