using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>
/// A return for correction: what the applicant must answer, and by when. From <see cref="RequestedAt"/> until the next
/// submission the case is with the applicant and the district's clock stands still.
/// </summary>
public sealed class ChangeRequest : ICaseOwned
{
    private ChangeRequest()
    {
    }

    /// <summary>Key.</summary>
    public ChangeRequestId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>1 for the first return of the case, then rising.</summary>
    public int Round { get; private set; }

    /// <summary>The end of the last day on which the applicant may answer.</summary>
    public DateTimeOffset Deadline { get; private set; }

    /// <summary>Who returned the case.</summary>
    public UserId RequestedBy { get; private set; }

    /// <summary>The name of that person.</summary>
    public string RequestedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Makes a request; its items are rows of their own.</summary>
    public static ChangeRequest Create(ChangeRequestId id, Declaration declaration, int round, DateTimeOffset deadline, UserId by, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            Round = round,
            Deadline = deadline,
            RequestedBy = by,
            RequestedByName = byName,
            RequestedAt = now,
        };
}
