using GreenFactory.Web.Face.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Account;

internal sealed class DesksModel : PageModel
{
    public IReadOnlyList<DeskMenu> Choices { get; private set; } = [];

    public IActionResult OnGet()
    {
        var folders = DeskContext.Of(HttpContext).Folders;
        Choices = [.. DeskNavigation.All.Where(desk => folders.Contains(desk.Folder))];
        return Choices.Count switch
        {
            0 => RedirectToPage("/Account/Claim"),
            1 => LocalRedirect(Url.Content("~" + Choices[0].Home)),
            _ => Page(),
        };
    }
}
