using GreenFactory.Application.Declarations;
using GreenFactory.Web.Face.Blocks;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>One page of the industry classes that a search found; all of them can be reached.</summary>
/// <param name="Rows">The classes of this page.</param>
/// <param name="Total">How many were found.</param>
/// <param name="Place">The page, from 1.</param>
public sealed record IndustryHits(IReadOnlyList<IndustryMatch> Rows, int Total, int Place)
{
    private const int Most = 20;

    /// <summary>Nothing was searched.</summary>
    public static IndustryHits None { get; } = new([], 0, 1);

    /// <summary>A page of what was found.</summary>
    public static IndustryHits Of(IReadOnlyList<IndustryMatch> found, int place)
    {
        var at = Math.Clamp(place, 1, Math.Max(1, (found.Count + Most - 1) / Most));
        return new IndustryHits([.. found.Skip((at - 1) * Most).Take(Most)], found.Count, at);
    }

    /// <summary>The way to the other pages.</summary>
    /// <param name="address">Address of a page.</param>
    public Pager Pager(Func<int, string> address) => new(
        $"找到 {Total} 个，第 {Place} 页", Place > 1 ? address(Place - 1) : null, Place * Most < Total ? address(Place + 1) : null);
}
