using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Public;

/// <summary>Follows an objection by its receipt code. The code travels in the form, never in an address. One query.</summary>
[EnableRateLimiting(RateLimits.PublicSearch)]
public sealed class ObjectionsModel(FollowObjectionQuery objections) : PageModel
{
    /// <summary>The receipt code as typed.</summary>
    [BindProperty]
    [Display(Name = "回执码")]
    [Required(ErrorMessage = "请填写提交异议时得到的回执码。")]
    public string? Code { get; set; }

    /// <summary>The objection found.</summary>
    public FollowedObjection? Found { get; private set; }

    /// <summary>The shape of its state.</summary>
    public StateShape Shape => Found?.State switch
    {
        ObjectionState.Investigating => StateShape.Doing,
        ObjectionState.Upheld or ObjectionState.Dismissed => StateShape.Done,
        _ => StateShape.Waiting,
    };

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Looks the code up.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            Found = await objections.FindAsync(Code, cancellation);
            if (Found is null)
            {
                ModelState.AddModelError(nameof(Code), "没有找到这个回执码，请对照提交后显示的回执码再输入一次。");
            }
        }

        return Page();
    }
}
