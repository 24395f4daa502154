using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Campaigns;

/// <summary>One year's exercise with its windows (批次).</summary>
public sealed class Campaign : ITenantOwned
{
    private Campaign()
    {
    }

    /// <summary>Key.</summary>
    public CampaignId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The year it is named after.</summary>
    public int Year { get; private set; }

    /// <summary>The year whose data are evaluated.</summary>
    public int EvaluationYear { get; private set; }

    /// <summary>Title as published.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The notice it rests on, with number and date.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>Applicants may begin.</summary>
    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>Districts must have reported; the database refuses later reports without a recorded grace.</summary>
    public DateTimeOffset DistrictDeadline { get; private set; }

    /// <summary>How many days the shortlist stands in public notice.</summary>
    public int NoticeDays { get; private set; }

    /// <summary>How 5 % of a population are rounded to places, by the text of the campaign (docs/adr/0031).</summary>
    public ShareRounding BottomRounding { get; private set; } = ShareRounding.Down;

    /// <summary>Sets how 5 % are rounded; asked for before the year is fixed.</summary>
    public void RoundBottom(ShareRounding rounding) => BottomRounding = rounding;

    /// <summary>Creates a campaign.</summary>
    public static Campaign Create(
        CampaignId id, MunicipalityId municipality, int year, int evaluationYear, string title, string basis, DateTimeOffset opensAt, DateTimeOffset districtDeadline, int noticeDays) =>
        new()
        {
            Id = id,
            MunicipalityId = municipality,
            Year = year,
            EvaluationYear = evaluationYear,
            Title = title,
            Basis = basis,
            OpensAt = opensAt,
            DistrictDeadline = districtDeadline,
            NoticeDays = noticeDays,
        };

    /// <summary>Changes windows and texts; the year it is named after stays.</summary>
    public void Change(int evaluationYear, string title, string basis, DateTimeOffset opensAt, DateTimeOffset districtDeadline, int noticeDays)
    {
        EvaluationYear = evaluationYear;
        Title = WrittenText.Said(title);
        Basis = WrittenText.Said(basis);
        OpensAt = opensAt;
        DistrictDeadline = districtDeadline;
        NoticeDays = noticeDays;
    }

    /// <summary>Day for which dated parameters of the rule sets hold: the opening day in Beijing time, pinned for the whole campaign.</summary>
    public DateOnly ParametersAsOf => DateOnly.FromDateTime(OpensAt.ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>Whether applicants may file and districts may report at this moment.</summary>
    public bool IsOpen(DateTimeOffset now) => now >= OpensAt && now < DistrictDeadline;
}
