using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GreenFactory.Application.RuleLibrary.DryRuns;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Rules;

internal sealed class DryRunResultModel(DryRunQuery query, TimeProvider clock) : PageModel
{
    /// <summary>Submissions on a page.</summary>
    public const int Size = 50;

    /// <summary>Crossings shown; the file has them all.</summary>
    public const int MostCrossings = 100;

    private const int MostLargest = 5;
    private const int RefreshSeconds = 3;
    private const int SizeOfFile = 1_000_000;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "试算编号")]
    public Guid Id { get; set; }

    /// <summary>Rank after which the page of submissions begins.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public int At { get; set; }

    public DryRunPage Found { get; private set; } = null!;

    public DryRun Run => Found.Run;

    public IReadOnlyList<DryRunMove> Moves { get; private set; } = [];

    public IReadOnlyList<DryRunMove> Largest { get; private set; } = [];

    public IReadOnlyList<DryRunMove> Crossings { get; private set; } = [];

    public bool HasLine => Run.LinePoints is not null || Run.LinePlaces is not null;

    public string LineText => Run.LinePoints is { } points ? $"得分线 {points.ToString("0.##", CultureInfo.InvariantCulture)} 分" : $"前 {Run.LinePlaces} 名";

    public TimeSpan Taken => (Run.EndedAt ?? clock.GetUtcNow()) - Run.StartedAt;

    private DryRunId Key => new(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await query.FindAsync(Key, cancellation) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        if (Run.State is DryRunState.Running)
        {
            Response.Headers["Refresh"] = RefreshSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (Found.Report is not null)
        {
            At = Math.Max(0, At);
            Moves = await query.ByRankAsync(Key, At, Size, cancellation);
            Largest = await query.LargestAsync(Key, MostLargest, cancellation);
            Crossings = HasLine ? await query.CrossingAsync(Key, MostCrossings, cancellation) : [];
        }

        return Page();
    }

    /// <summary>Every submission as a file for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        if (await query.FindAsync(Key, cancellation) is not { Report: { } report } found)
        {
            return NotFound();
        }

        var moves = await query.ByRankAsync(Key, 0, SizeOfFile, cancellation);
        return File(DryRunFile.Write(moves, report), "text/csv; charset=utf-8", $"dry-run-{found.After.RuleSetId}-{found.After.Version}.csv");
    }

    public string Address(int at) => Url.Content($"~/Admin/Rules/DryRunResult/{Id}?at={at.ToString(CultureInfo.InvariantCulture)}#moves");
}
