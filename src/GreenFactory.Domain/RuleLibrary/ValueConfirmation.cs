using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>A picture or scan of the page on which the numbers stand.</summary>
/// <param name="Name">Its cleaned name.</param>
/// <param name="MediaType">Its media type, found by content.</param>
/// <param name="ContentHash">SHA-256 in hexadecimal.</param>
public sealed record PageScan(string Name, string MediaType, string ContentHash);

/// <summary>
/// That two administrators compared rows of parameter tables with one page of their standard (核对原文): the first with clause, page and a scan of it, the second, another person,
/// from that scan. Only then do the rows decide a preference. A row is known by its fingerprint, so that the same numbers are confirmed in every version that has them.
/// </summary>
public sealed class ValueConfirmation : ITenantOwned
{
    private ValueConfirmation()
    {
    }

    /// <summary>Key.</summary>
    public ValueConfirmationId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The standard or document.</summary>
    public string Standard { get; private set; } = "";

    /// <summary>Clause or table in it.</summary>
    public string Clause { get; private set; } = "";

    /// <summary>Page, as it is printed.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Name of the scan.</summary>
    public string ScanName { get; private set; } = "";

    /// <summary>Media type of the scan.</summary>
    public string ScanMediaType { get; private set; } = "";

    /// <summary>SHA-256 of the scan, in hexadecimal.</summary>
    public string ScanHash { get; private set; } = "";

    /// <summary>Who compared first.</summary>
    public UserId ComparedBy { get; private set; }

    /// <summary>Name of that person.</summary>
    public string ComparedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset ComparedAt { get; private set; }

    /// <summary>Who compared again, another person; null before.</summary>
    public UserId? ConfirmedBy { get; private set; }

    /// <summary>Name of that person.</summary>
    public string ConfirmedByName { get; private set; } = "";

    /// <summary>When; from then on the rows decide.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Who took it back; null while it stands.</summary>
    public UserId? WithdrawnBy { get; private set; }

    /// <summary>Name of that person.</summary>
    public string WithdrawnByName { get; private set; } = "";

    /// <summary>When it was taken back; from then on its rows decide nothing.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why.</summary>
    public string WithdrawnReason { get; private set; } = "";

    /// <summary>Records the first comparison.</summary>
    public static ValueConfirmation Compare(
        ValueConfirmationId id, MunicipalityId municipality, string standard, string clause, string page, PageScan scan, UserId by, string byName, DateTimeOffset now) => new()
        {
            Id = id,
            MunicipalityId = municipality,
            Standard = standard,
            Clause = clause,
            Page = page,
            ScanName = scan.Name,
            ScanMediaType = scan.MediaType,
            ScanHash = scan.ContentHash,
            ComparedBy = by,
            ComparedByName = byName,
            ComparedAt = now,
        };

    /// <summary>Records the second comparison; by another person than the first.</summary>
    public Result Confirm(UserId by, string byName, DateTimeOffset now)
    {
        if (WithdrawnAt is not null || ConfirmedAt is not null)
        {
            return ValueConfirmationErrors.Settled;
        }

        if (by == ComparedBy)
        {
            return ValueConfirmationErrors.SecondPerson;
        }

        (ConfirmedBy, ConfirmedByName, ConfirmedAt) = (by, byName, now);
        return Result.Success;
    }

    /// <summary>Takes it back, with the reason; whether it was confirmed or not.</summary>
    public Result Withdraw(string? reason, UserId by, string byName, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
        {
            return ValueConfirmationErrors.Settled;
        }

        if (!RuleSetErrors.IsReason(reason))
        {
            return RuleSetErrors.ReasonMissing;
        }

        (WithdrawnBy, WithdrawnByName, WithdrawnAt, WithdrawnReason) = (by, byName, now, WrittenText.Said(reason));
        return Result.Success;
    }
}
