using GreenFactory.Application.Honours;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Public.Register;

/// <summary>Searches the register. Four queries, six at most.</summary>
[EnableRateLimiting(RateLimits.PublicSearch)]
public sealed class IndexModel(RegisterSearchQuery register) : PageModel
{
    private const int Size = 20;

    /// <summary>The search of the address.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public RegisterAddress Address { get; set; } = new();

    /// <summary>What was found.</summary>
    public RegisterPage Found { get; private set; } = null!;

    /// <summary>The filters with their counts.</summary>
    public IReadOnlyList<Facet> Facets { get; private set; } = [];

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Address.Query().Length > 0;

    /// <summary>Reads the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (Address.Faults.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        Found = await register.SearchAsync(Address.ToSearch(Size), cancellation);
        Facets =
        [
            Facet("kind", "类别", Address.Kind, Found.Kinds, kind => RegisterAddress.Word(kind)),
            Facet("level", "级别", Address.Level, Found.Levels, level => RegisterAddress.Word(level)),
            Facet("state", "状态", Address.State, Found.States, state => RegisterAddress.Word(state)),
            Facet("district", "区县", Address.District?.ToString(), Found.Districts, district => district.Value.ToString()),
        ];
    }

    private static Facet Facet<T>(string name, string legend, string? chosen, IEnumerable<RegisterCount<T>> counts, Func<T, string> word) =>
        new(name, legend, [.. counts.Select(count => new FacetChoice(word(count.Value), count.Label, count.Count, string.Equals(word(count.Value), chosen, StringComparison.OrdinalIgnoreCase)))]);
}
