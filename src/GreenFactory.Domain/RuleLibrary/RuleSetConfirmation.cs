using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>One person's recorded word that a version which is not the official text may be used for scoring (确认). Two people give it before a campaign pins the version.</summary>
public sealed class RuleSetConfirmation : ITenantOwned
{
    private RuleSetConfirmation()
    {
    }

    /// <summary>Key.</summary>
    public RuleSetConfirmationId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The version.</summary>
    public RuleSetVersionId RuleSetVersionId { get; private set; }

    /// <summary>Who takes responsibility.</summary>
    public UserId ConfirmedBy { get; private set; }

    /// <summary>That person's name at the time.</summary>
    public string ConfirmedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset ConfirmedAt { get; private set; }

    /// <summary>On what ground.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Records the word of one person on a published version.</summary>
    /// <param name="id">Key of the record.</param>
    /// <param name="version">The version.</param>
    /// <param name="earlier">The words given before.</param>
    /// <param name="reason">On what ground, 5 to 500 characters.</param>
    /// <param name="by">Who.</param>
    /// <param name="byName">That person's name.</param>
    /// <param name="now">When.</param>
    public static Result<RuleSetConfirmation> Give(
        RuleSetConfirmationId id, RuleSetVersion version, IReadOnlyCollection<UserId> earlier, string? reason, UserId by, string byName, DateTimeOffset now)
    {
        if (version.State is not RuleSetState.Published || !version.NeedsConfirmation)
        {
            return RuleSetErrors.NotForConfirmation;
        }

        if (earlier.Contains(by))
        {
            return RuleSetErrors.AlreadyConfirmed;
        }

        if (!RuleSetErrors.IsReason(reason))
        {
            return RuleSetErrors.ReasonMissing;
        }

        return new RuleSetConfirmation
        {
            Id = id,
            MunicipalityId = version.MunicipalityId,
            RuleSetVersionId = version.Id,
            ConfirmedBy = by,
            ConfirmedByName = byName,
            ConfirmedAt = now,
            Reason = reason!.Trim(),
        };
    }
}
