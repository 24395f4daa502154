using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>Where a dry run stands.</summary>
public enum DryRunState
{
    /// <summary>Submissions are being scored.</summary>
    Running,

    /// <summary>All are scored; the report is there.</summary>
    Finished,

    /// <summary>Cannot be finished; the reason says why.</summary>
    Stopped,
}

/// <summary>A version scored over the frozen submissions of a campaign beside the version that scored them (试算). It never writes a score.</summary>
public sealed class DryRun : ITenantOwned
{
    private DryRun()
    {
    }

    /// <summary>Key.</summary>
    public DryRunId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>The version that scored the submissions.</summary>
    public RuleSetVersionId BaseVersionId { get; private set; }

    /// <summary>The version that is tried.</summary>
    public RuleSetVersionId VersionId { get; private set; }

    /// <summary>Content hash of the version that is tried, as it stood at the start: a draft may be rewritten.</summary>
    public string VersionHash { get; private set; } = "";

    /// <summary>Line in points; null for none.</summary>
    public decimal? LinePoints { get; private set; }

    /// <summary>Line as a number of places; null for none.</summary>
    public int? LinePlaces { get; private set; }

    /// <summary>Where it stands.</summary>
    public DryRunState State { get; private set; }

    /// <summary>How many submissions there are.</summary>
    public int Total { get; private set; }

    /// <summary>How many are scored.</summary>
    public int Done { get; private set; }

    /// <summary>The report as JSON; null until finished.</summary>
    public string? Report { get; private set; }

    /// <summary>Why it was stopped; empty otherwise.</summary>
    public string StoppedReason { get; private set; } = "";

    /// <summary>Who started it.</summary>
    public UserId StartedBy { get; private set; }

    /// <summary>That person's name.</summary>
    public string StartedByName { get; private set; } = "";

    /// <summary>When it was started; submissions made later are not part of it.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it was finished or stopped.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Begins a dry run.</summary>
    public static DryRun Start(
        DryRunId id, Campaign campaign, RuleSetVersion baseVersion, RuleSetVersion version, decimal? linePoints, int? linePlaces, int total, UserId by, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = campaign.MunicipalityId,
            CampaignId = campaign.Id,
            BaseVersionId = baseVersion.Id,
            VersionId = version.Id,
            VersionHash = version.ContentHash,
            LinePoints = linePoints,
            LinePlaces = linePlaces,
            Total = total,
            StartedBy = by,
            StartedByName = byName,
            StartedAt = now,
        };

    /// <summary>Records that so many more are scored.</summary>
    public void Advance(int scored) => Done += scored;

    /// <summary>Ends with a report.</summary>
    public void Finish(string report, DateTimeOffset now)
    {
        State = DryRunState.Finished;
        Report = report;
        EndedAt = now;
    }

    /// <summary>Ends without a report.</summary>
    public void Stop(string reason, DateTimeOffset now)
    {
        State = DryRunState.Stopped;
        StoppedReason = reason;
        EndedAt = now;
    }
}
