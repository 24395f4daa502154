using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Administration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Users;

internal sealed class UsersModel(PeopleQuery query) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "查找内容")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public string? After { get; set; }

    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyList<OrganisationLine> Organisations { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First => Url.Page("/Admin/Users/Index", new { Words });

    public DateTimeOffset MachineNow { get; } = TimeProvider.System.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rows = await query.ReadAsync(Words, After, cancellation);
        People = [.. rows.Take(PeopleQuery.PageSize)];
        Next = rows.Count > PeopleQuery.PageSize ? Url.Page("/Admin/Users/Index", new { Words, after = People[^1].Email.ToUpperInvariant() }) : null;
        Organisations = await query.OrganisationsAsync(Words, cancellation);
    }
}
