using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Campaigns;

/// <summary>A campaign that a list can show.</summary>
/// <param name="Id">The campaign.</param>
/// <param name="Year">The year it is named after, by which it is chosen.</param>
/// <param name="Title">Title as published.</param>
/// <param name="Open">How much of it waits at the desk of the person who asks; not counted, and 0, for the campaign shown.</param>
public sealed record CampaignOption(CampaignId Id, int Year, string Title, int Open);

/// <summary>
/// The one campaign (批次) that a list shows, and what waits in the others: a new year never hides an earlier one.
/// </summary>
/// <param name="Chosen">The campaign shown; null when there is none, or none of the year asked for.</param>
/// <param name="All">Every campaign, the latest first.</param>
public sealed record CampaignChoice(Campaign? Chosen, IReadOnlyList<CampaignOption> All)
{
    /// <summary>The campaigns not shown.</summary>
    public IReadOnlyList<CampaignOption> Others => [.. All.Where(row => row.Id != Chosen?.Id)];

    /// <summary>
    /// The campaign shown when no year is asked for: the latest that is open; when none is, the latest that has begun; before the first,
    /// the one that begins next.
    /// </summary>
    public static Campaign? Usual(IReadOnlyCollection<Campaign> campaigns, DateTimeOffset now) =>
        campaigns.Where(row => row.IsOpen(now)).MaxBy(row => row.Year)
        ?? campaigns.Where(row => now >= row.OpensAt).MaxBy(row => row.Year)
        ?? campaigns.MinBy(row => row.OpensAt);
}
