using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Users;

/// <summary>
/// How somebody who lost telephone and recovery codes gets back in (找回两步验证): one administrator looks at the person's papers and begins, a second one
/// confirms, and only then is the lost factor taken away. Nobody takes part in their own.
/// </summary>
public sealed class SecondFactorRestoration : ITenantOwned
{
    /// <summary>How long the second administrator has.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(3);

    private const int ShortestReason = 5;
    private const int LongestReason = 500;
    private const int LongestPapers = 200;

    private SecondFactorRestoration()
    {
    }

    /// <summary>Key.</summary>
    public SecondFactorRestorationId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>Who lost the factor.</summary>
    public UserId UserId { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Which papers were looked at, and how.</summary>
    public string Papers { get; private set; } = "";

    /// <summary>The administrator who looked at the papers.</summary>
    public UserId StartedBy { get; private set; }

    /// <summary>That person's name at the time.</summary>
    public string StartedByName { get; private set; } = "";

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Until when it can be confirmed.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The second administrator; null until then.</summary>
    public UserId? ConfirmedBy { get; private set; }

    /// <summary>That person's name at the time.</summary>
    public string ConfirmedByName { get; private set; } = "";

    /// <summary>When it was confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When it was withdrawn, or closed because its time was over.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether it can still be confirmed.</summary>
    public bool IsOpen(DateTimeOffset now) => ConfirmedAt is null && ClosedAt is null && now < ExpiresAt;

    /// <summary>Begins.</summary>
    /// <param name="id">Key.</param>
    /// <param name="municipality">The municipality of the person.</param>
    /// <param name="person">Who lost the factor.</param>
    /// <param name="reason">Why, 5 to 500 characters.</param>
    /// <param name="papers">Which papers were looked at, 5 to 200 characters.</param>
    /// <param name="by">The administrator.</param>
    /// <param name="byName">That person's name.</param>
    /// <param name="now">When.</param>
    public static Result<SecondFactorRestoration> Start(
        SecondFactorRestorationId id, MunicipalityId municipality, UserId person, string? reason, string? papers, UserId by, string byName, DateTimeOffset now)
    {
        if (person == by)
        {
            return RestorationErrors.OwnFactor;
        }

        if (!WrittenText.IsBetween(reason, ShortestReason, LongestReason))
        {
            return RestorationErrors.ReasonMissing;
        }

        if (!WrittenText.IsBetween(papers, ShortestReason, LongestPapers))
        {
            return RestorationErrors.PapersMissing;
        }

        return new SecondFactorRestoration
        {
            Id = id,
            MunicipalityId = municipality,
            UserId = person,
            Reason = WrittenText.Said(reason),
            Papers = WrittenText.Said(papers),
            StartedBy = by,
            StartedByName = byName,
            StartedAt = now,
            ExpiresAt = now + Term,
        };
    }

    /// <summary>The second administrator confirms.</summary>
    public Result Confirm(UserId by, string byName, DateTimeOffset now)
    {
        if (by == UserId)
        {
            return RestorationErrors.OwnFactor;
        }

        if (by == StartedBy)
        {
            return RestorationErrors.FourEyes;
        }

        if (!IsOpen(now))
        {
            return RestorationErrors.NotOpen;
        }

        (ConfirmedBy, ConfirmedByName, ConfirmedAt) = (by, byName, now);
        return Result.Success;
    }

    /// <summary>Withdraws it; an expired one is closed the same way before another begins.</summary>
    public Result Close(DateTimeOffset now)
    {
        if (ConfirmedAt is not null || ClosedAt is not null)
        {
            return RestorationErrors.NotOpen;
        }

        ClosedAt = now;
        return Result.Success;
    }
}
