using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Honours;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.City;

/// <summary>Proposals of removal and restoration at the city's desk, and their announcement (移出与恢复).</summary>
public sealed class RemovalsModel(RemovalListQuery query, ProposeRemovalHandler propose, ProposableUnitQuery units, AnnounceRemovalsHandler announce, TimeProvider clock)
    : RemovalsPage(query, propose, units, clock)
{
    /// <inheritdoc/>
    public override string Home => "/city/list/removals";

    /// <summary>Title of an announcement.</summary>
    [BindProperty]
    [Display(Name = "公告标题")]
    public string? Title { get; set; }

    /// <summary>Number of its document.</summary>
    [BindProperty]
    [Display(Name = "文号")]
    public string? DocumentNumber { get; set; }

    /// <summary>Signs and announces what is approved.</summary>
    public async Task<IActionResult> OnPostAnnounceAsync(CancellationToken cancellation)
    {
        var outcome = await announce.HandleAsync(new AnnounceRemovals(Title ?? "", DocumentNumber ?? ""), cancellation);
        if (outcome.Succeeded)
        {
            Done = "公告已签名发布，名录已更新。";
            return LocalRedirect($"{Home}?finished=true");
        }

        ModelState.AddErrors(outcome.Errors);
        await OnGetAsync(cancellation);
        return Page();
    }
}
