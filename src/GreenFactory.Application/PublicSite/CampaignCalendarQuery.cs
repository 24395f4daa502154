using GreenFactory.Application.Campaigns;

namespace GreenFactory.Application.PublicSite;

/// <summary>The dates of a campaign that the public sees.</summary>
/// <param name="Year">The year it is named after.</param>
/// <param name="EvaluationYear">The year whose data are evaluated.</param>
/// <param name="Title">Title as published.</param>
/// <param name="Basis">The notice it rests on.</param>
/// <param name="OpensAt">Applicants may begin.</param>
/// <param name="DistrictDeadline">Districts must have reported.</param>
/// <param name="NoticeDays">Days the shortlist stands in public notice.</param>
public sealed record CampaignCalendar(
    int Year, int EvaluationYear, string Title, string Basis, DateTimeOffset OpensAt, DateTimeOffset DistrictDeadline, int NoticeDays);

/// <summary>Reads the dates of the usual campaign. One query.</summary>
public sealed class CampaignCalendarQuery(CampaignChoiceReader campaigns)
{
    /// <summary>The campaign that is open or was last, or null before the first.</summary>
    public async Task<CampaignCalendar?> RunAsync(CancellationToken cancellation) =>
        await campaigns.FindAsync(null, cancellation) is { } row
            ? new CampaignCalendar(row.Year, row.EvaluationYear, row.Title, row.Basis, row.OpensAt, row.DistrictDeadline, row.NoticeDays)
            : null;
}
