using GreenFactory.Application.Campaigns;
using GreenFactory.Web.Face.Blocks;

namespace GreenFactory.Web.Pages;

/// <summary>Draws the choice of a campaign above a list.</summary>
public static class CampaignBars
{
    /// <summary>The bar of a list.</summary>
    /// <param name="choice">The campaign shown and the others.</param>
    /// <param name="path">Address of the list, to which the year is added.</param>
    /// <param name="open">What is counted as open, with its measure word: 件未办结.</param>
    public static CampaignBar Of(CampaignChoice choice, string path, string open = "件未办结") => new(
        choice.Chosen?.Year,
        choice.Chosen?.Title ?? "",
        [.. choice.Others.Select(row => new OtherCampaign(row.Year, $"{path}?year={row.Year}", row.Open > 0 ? $"{row.Open} {open}" : null))]);
}
