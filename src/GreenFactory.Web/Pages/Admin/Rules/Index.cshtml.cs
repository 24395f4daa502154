using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Rules;

internal sealed class LibraryModel(RuleSetLibraryQuery library, CurrentAccess access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "查找内容")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "状态")]
    public RuleSetState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public string? After { get; set; }

    public RuleSetLibraryPage Found { get; private set; } = null!;

    public bool MayWrite => access.Scope.Desk is Desk.Admin;

    public async Task OnGetAsync(CancellationToken cancellation) => Found = await library.ReadAsync(Words, State, After, cancellation);

    public string Address(string? after) => $"{Request.PathBase}/Admin/Rules{QueryString.Create(
        new Dictionary<string, string?> { ["words"] = Words, ["state"] = State?.ToString(), ["after"] = after }.Where(pair => !string.IsNullOrEmpty(pair.Value)))}";
}
