namespace GreenFactory.Web.Face.Blocks;

/// <summary>Another year of the same list.</summary>
/// <param name="Year">The year.</param>
/// <param name="Path">The list of that year.</param>
/// <param name="Open">What waits there: 3 件未办结; null for nothing.</param>
public sealed record OtherCampaign(int Year, string Path, string? Open);

/// <summary>The campaign (批次) that a list shows, and the way to the others. Partial <c>_CampaignBar</c>.</summary>
/// <param name="Year">The year shown; null when there is no such campaign.</param>
/// <param name="Title">Title of the campaign.</param>
/// <param name="Others">The other years, the latest first.</param>
public sealed record CampaignBar(int? Year, string Title, IReadOnlyList<OtherCampaign> Others);
