using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Clock;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Announcements;

internal sealed class EditAnnouncementModel(AnnouncementsQuery query, SaveAnnouncementHandler save, CurrentAccess access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid? Id { get; set; }

    [BindProperty]
    public AnnouncementInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (access.Scope.Desk is not Desk.Admin)
        {
            return NotFound();
        }

        if (Id is { } id)
        {
            if (await query.FindAsync(id, cancellation) is not { } row)
            {
                return NotFound();
            }

            Input = new AnnouncementInput { Title = row.Title, Kind = row.Kind, Body = row.Body, PublishedAt = TypedMoment.Write(row.PublishedAt) };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (access.Scope.Desk is not Desk.Admin || Id is { } id && await query.FindAsync(id, cancellation) is null)
        {
            return NotFound();
        }

        var publishedAt = TypedMoment.Beginning(Input.PublishedAt);
        if (publishedAt is null && !WrittenText.SaysNothing(Input.PublishedAt))
        {
            ModelState.AddModelError("Input.PublishedAt", TypedMoment.Wrong);
            return Page();
        }

        var outcome = await save.HandleAsync(new SaveAnnouncement(Id, Input.Title ?? "", Input.Kind ?? "", Input.Body ?? "", publishedAt), cancellation);
        if (!outcome.Succeeded)
        {
            ModelState.AddErrors(outcome.Errors);
            return Page();
        }

        TempData["Done"] = "公告已保存。";
        return RedirectToPage("/Admin/Announcements/Index");
    }
}

internal sealed class AnnouncementInput
{
    [Display(Name = "标题")]
    public string? Title { get; set; }

    [Display(Name = "类别")]
    public string? Kind { get; set; }

    [Display(Name = "正文")]
    public string? Body { get; set; }

    [Display(Name = "发布时间")]
    public string? PublishedAt { get; set; }
}
