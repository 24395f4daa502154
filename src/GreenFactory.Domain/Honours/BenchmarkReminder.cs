using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>That a unit of the list was reminded of the benchmarking of a year. Append-only: it speaks for the unit and against it.</summary>
public sealed class BenchmarkReminder : ITenantOwned
{
    private BenchmarkReminder()
    {
    }

    /// <summary>Key.</summary>
    public BenchmarkReminderId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>The unit.</summary>
    public GreenUnitId GreenUnitId { get; private set; }

    /// <summary>District of the unit.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Whether somebody acts for the unit on the platform and was written to; otherwise its district was.</summary>
    public bool ReachedUnit { get; private set; }

    /// <summary>Who reminded it.</summary>
    public string SentByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset SentAt { get; private set; }

    /// <summary>Records a reminder.</summary>
    public static BenchmarkReminder Create(BenchmarkReminderId id, Campaign campaign, GreenUnitId unit, DistrictId district, bool reachedUnit, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = campaign.MunicipalityId,
            CampaignId = campaign.Id,
            GreenUnitId = unit,
            DistrictId = district,
            ReachedUnit = reachedUnit,
            SentByName = byName,
            SentAt = now,
        };
}
