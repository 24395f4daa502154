using GreenFactory.Application.Access;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District;

/// <summary>The district's order of recommendations and its pack.</summary>
public sealed class RecommendationsModel(DistrictPackQuery packs, MoveRecommendationHandler move, SealPackHandler seal, CurrentAccess access) : DeskPage
{
    /// <summary>The lead says that the content was checked.</summary>
    [BindProperty]
    public bool Checked { get; set; }

    /// <summary>The pack in the making.</summary>
    public PackPreview Pack { get; private set; } = null!;

    /// <summary>Whether the person may seal.</summary>
    public bool IsLead => access.Scope.RolesFor(Pack.District.Id.Value).Contains(Role.DistrictLead);

    /// <summary>Shows the pack.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Pack = await packs.ReadAsync(cancellation);

    /// <summary>Moves a recommendation one place.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, bool up, CancellationToken cancellation) =>
        After(await move.HandleAsync(new DeclarationId(id), up, cancellation), "推荐次序已调整。", "/district/recommendations");

    /// <summary>Seals and reports.</summary>
    public async Task<IActionResult> OnPostSealAsync(CancellationToken cancellation)
    {
        Pack = await packs.ReadAsync(cancellation);
        if (!Checked)
        {
            ModelState.AddModelError("Checked", "请确认已核对推荐次序、理由和部门意见。");
            return Page();
        }

        var outcome = await seal.HandleAsync(cancellation);
        if (outcome.Succeeded)
        {
            return After(Result.Success, "已封存并报送。", $"/district/packs/{outcome.Value.Value}");
        }

        Show(outcome.Errors);
        return Page();
    }
}
