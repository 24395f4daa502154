using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>
/// One verdict of the district on one indicator. Append-only: a later one takes its place, the earlier ones stay for the
/// record. It holds for the answers it was given on; when the applicant changes them, the indicator must be ruled again.
/// </summary>
public sealed class IndicatorVerdict : ICaseOwned
{
    private IndicatorVerdict()
    {
    }

    /// <summary>Key.</summary>
    public IndicatorVerdictId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>The indicator.</summary>
    public string IndicatorCode { get; private set; } = "";

    /// <summary>1 for the first verdict on this indicator, then rising.</summary>
    public int Sequence { get; private set; }

    /// <summary>What is said.</summary>
    public VerdictKind Kind { get; private set; }

    /// <summary>The corrected inputs as a JSON list of place, label, declared and corrected text; empty unless corrected.</summary>
    public string CorrectedInputs { get; private set; } = "[]";

    /// <summary>Why, in words the applicant reads; empty only when accepted.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>SHA-256 over the answers that the indicator read when it was ruled.</summary>
    public string AnswersHash { get; private set; } = "";

    /// <summary>Who ruled.</summary>
    public UserId RuledBy { get; private set; }

    /// <summary>The name of that person.</summary>
    public string RuledByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset RuledAt { get; private set; }

    /// <summary>Gives a verdict.</summary>
    public static IndicatorVerdict Give(
        IndicatorVerdictId id,
        Declaration declaration,
        string indicatorCode,
        int sequence,
        VerdictKind kind,
        string correctedInputs,
        string reason,
        string answersHash,
        UserId by,
        string byName,
        DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            IndicatorCode = indicatorCode,
            Sequence = sequence,
            Kind = kind,
            CorrectedInputs = correctedInputs,
            Reason = reason,
            AnswersHash = answersHash,
            RuledBy = by,
            RuledByName = byName,
            RuledAt = now,
        };
}
