using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>Reads the evidence of a case file by file beside its indicators, and accepts in one step what carries no signal.</summary>
public sealed class ReadingModel(WorkbenchQuery workbench, AcceptUnsignalledHandler accept, StepsQuery steps) : DeskPage
{
    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>Indicators to be accepted: code and what the page showed, parted by a blank.</summary>
    [BindProperty]
    [Display(Name = "认可的指标")]
    public List<string> Accepted { get; set; } = [];

    /// <summary>The case with everything known.</summary>
    public Workbench Bench { get; private set; } = null!;

    /// <summary>Indicators without a verdict and without a signal.</summary>
    public IReadOnlyList<UnsignalledIndicator> Unsignalled { get; private set; } = [];

    /// <summary>What is left to be ruled one by one.</summary>
    public int ByHand { get; private set; }

    /// <summary>Whether indicators can be ruled now.</summary>
    public bool CanRule { get; private set; }

    /// <summary>Shows the evidence.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    /// <summary>Accepts what is ticked.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var asked = Accepted.Select(text => text.Split(' ', 2)).Where(parts => parts.Length == 2).Select(parts => new SeenIndicator(parts[0], IndicatorStamp.Read(parts[1]))).ToList();
        var outcome = await accept.HandleAsync(new AcceptUnsignalled(new DeclarationId(Id), asked), cancellation);
        if (outcome.Succeeded)
        {
            Done = $"已认可 {outcome.Value.Accepted} 项指标。{string.Concat(outcome.Value.LeftOut.Select(row => $"未认可“{row.Indicator}”：{row.Reason}。"))}";
            return LocalRedirect($"/district/cases/{Id}");
        }

        Show(outcome.Errors);
        return await ReadAsync(cancellation) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await workbench.ReadAsync(new DeclarationId(Id), cancellation) is not { } bench)
        {
            return false;
        }

        Bench = bench;
        Unsignalled = UnsignalledIndicator.Of(bench);
        ByHand = bench.Review.Indicators - bench.Review.Ruled - Unsignalled.Count;
        CanRule = bench.Declaration.State is CaseState.DistrictReview && !(await steps.ReadAsync(bench.Declaration, DistrictSteps.All, bench.Known, cancellation)).IsInvolved;
        return true;
    }
}
