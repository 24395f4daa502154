using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>Where a finding stands.</summary>
public enum FindingState
{
    /// <summary>待确认.</summary>
    Recorded,

    /// <summary>已查实.</summary>
    Confirmed,

    /// <summary>不成立.</summary>
    Dismissed,
}

/// <summary>
/// That an applicant falsified its evidence or concealed something on purpose (弄虚作假或故意隐瞒): once a second person has confirmed it, the evaluations of the enterprise are not
/// accepted for three years (notice 2026, 三（二）), whether or not it was ever listed.
/// </summary>
public sealed class FalsificationFinding : ITenantOwned
{
    private FalsificationFinding()
    {
    }

    /// <summary>Key.</summary>
    public FalsificationFindingId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The case in which it was found.</summary>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>Credit code of the enterprise: the bar follows it through names and sites.</summary>
    public CreditCode CreditCode { get; private set; }

    /// <summary>The facts.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>Name of the document that proves them.</summary>
    public string PaperName { get; private set; } = "";

    /// <summary>Media type of the document, found by its content.</summary>
    public string PaperMediaType { get; private set; } = "";

    /// <summary>SHA-256 of the document, in hexadecimal.</summary>
    public string PaperHash { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public FindingState State { get; private set; }

    /// <summary>Who recorded it.</summary>
    public UserId RecordedBy { get; private set; }

    /// <summary>Name of that person.</summary>
    public string RecordedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Why it was decided so.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>The lead who decided; null before.</summary>
    public UserId? DecidedBy { get; private set; }

    /// <summary>Name of that person.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>When it was decided; the bar begins on this day. Null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Records a finding.</summary>
    public static FalsificationFinding Record(FalsificationFindingId id, Declaration declaration, CreditCode code, string facts, PaperFile paper, UserId by, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            CreditCode = code,
            Facts = WrittenText.Said(facts),
            PaperName = paper.Name,
            PaperMediaType = paper.MediaType,
            PaperHash = paper.ContentHash,
            State = FindingState.Recorded,
            RecordedBy = by,
            RecordedByName = byName,
            RecordedAt = now,
        };

    /// <summary>Confirms or dismisses it; nobody decides on what they recorded.</summary>
    public Result Decide(bool confirm, string reason, UserId by, string byName, DateTimeOffset now)
    {
        if (by == RecordedBy || DecidedAt is not null)
        {
            return by == RecordedBy ? RemovalErrors.OwnFinding : RemovalErrors.Decided;
        }

        State = confirm ? FindingState.Confirmed : FindingState.Dismissed;
        (Decision, DecidedBy, DecidedByName, DecidedAt) = (WrittenText.Said(reason), by, byName, now);
        return Result.Success;
    }
}
