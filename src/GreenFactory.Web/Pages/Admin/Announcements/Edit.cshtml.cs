using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Messages;
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

    /// <summary>What somebody else saved while this was written.</summary>
    public Announcement? Meanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (access.Scope.Desk is not Desk.Admin)
        {
            return NotFound();
        }

        if (Id is { } id)
        {
            if (await query.FindAsync(id, cancellation) is not { } found)
            {
                return NotFound();
            }

            var row = found.Row;
            Input = new AnnouncementInput { Title = row.Title, Kind = row.Kind, Body = row.Body, PublishedAt = TypedMoment.Write(row.PublishedAt), Seen = found.Seen };
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

        var outcome = await save.HandleAsync(new SaveAnnouncement(Id, Input.Title ?? "", Input.Kind ?? "", Input.Body ?? "", publishedAt) { Seen = Input.Seen }, cancellation);
        if (!outcome.Succeeded)
        {
            ModelState.AddErrors(outcome.Errors);
            if (outcome.Error == ProcessErrors.ChangedMeanwhile && await query.FindAsync(Id!.Value, cancellation) is { } newer)
            {
                Meanwhile = newer.Row;
                Input.Seen = newer.Seen;
                ModelState.Remove("Input.Seen");
            }

            return Page();
        }

        TempData["Done"] = "公告已保存。";
        return RedirectToPage("/Admin/Announcements/Index");
    }
}

internal sealed class AnnouncementInput
{
    [Display(Name = "版本")]
    public uint? Seen { get; set; }

    [Display(Name = "标题")]
    public string? Title { get; set; }

    [Display(Name = "类别")]
    public string? Kind { get; set; }

    [Display(Name = "正文")]
    public string? Body { get; set; }

    [Display(Name = "发布时间")]
    public string? PublishedAt { get; set; }
}
