using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District;

/// <summary>The receipt of a sealed pack, to be printed.</summary>
public sealed class PackModel(DistrictPackReader packs) : DeskPage
{
    /// <summary>The pack.</summary>
    public SealedPack Pack { get; private set; } = null!;

    /// <summary>Shows the receipt.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await packs.ReadAsync(new DistrictPackId(id), cancellation) is not { } pack)
        {
            return NotFound();
        }

        Pack = pack;
        return Page();
    }
}
