using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.RuleLibrary.Values;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Values;

/// <summary>The standards whose values stand in a version, and how many of them were compared with the text.</summary>
internal sealed class StandardsModel(ComparedValuesQuery values) : PageModel
{
    /// <summary>Standards of a page.</summary>
    public const int Size = 30;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "规则集")]
    public Guid? Set { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public int At { get; set; }

    public StandardsPage Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await values.StandardsAsync(Set is { } set ? new RuleSetVersionId(set) : null, cancellation);
        At = Math.Clamp(At, 0, Math.Max(0, Found.Standards.Count - 1));
    }

    public string Address(int at) => Url.Content($"~/Admin/Values?set={Found.Chosen!.Id.Value}&at={at}");

    public string AddressOf(StandardLine line) => Url.Content($"~/Admin/Values/Standard/{Found.Chosen!.Id.Value}?name={Uri.EscapeDataString(line.Name)}");
}
