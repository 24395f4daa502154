using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>One person's recorded word that a version which is not the official text may be used for scoring (确认). Two people give it before a campaign pins the version.</summary>
public sealed class RuleSetEndorsement : ITenantOwned
{
    private RuleSetEndorsement()
    {
    }

    /// <summary>Key.</summary>
    public RuleSetEndorsementId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The version.</summary>
    public RuleSetVersionId RuleSetVersionId { get; private set; }

    /// <summary>Who takes responsibility.</summary>
    public UserId EndorsedBy { get; private set; }

    /// <summary>That person's name at the time.</summary>
    public string EndorsedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset EndorsedAt { get; private set; }

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
    public static Result<RuleSetEndorsement> Give(
        RuleSetEndorsementId id, RuleSetVersion version, IReadOnlyCollection<UserId> earlier, string? reason, UserId by, string byName, DateTimeOffset now)
    {
        if (version.State is not RuleSetState.Published || !version.NeedsEndorsement)
        {
            return RuleSetErrors.NotForEndorsement;
        }

        if (earlier.Contains(by))
        {
            return RuleSetErrors.AlreadyEndorsed;
        }

        if (!RuleSetErrors.IsReason(reason))
        {
            return RuleSetErrors.ReasonMissing;
        }

        return new RuleSetEndorsement
        {
            Id = id,
            MunicipalityId = version.MunicipalityId,
            RuleSetVersionId = version.Id,
            EndorsedBy = by,
            EndorsedByName = byName,
            EndorsedAt = now,
            Reason = WrittenText.Said(reason),
        };
    }
}
