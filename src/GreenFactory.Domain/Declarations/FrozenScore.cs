using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Declarations;

/// <summary>
/// Facts and score sheet with its trace as they stood at one moment, with the identity of the rule set: append-only, so
/// that a score can be replayed byte for byte.
/// </summary>
public sealed class FrozenScore : ICaseOwned
{
    private FrozenScore()
    {
    }

    /// <summary>Key.</summary>
    public FrozenScoreId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>Whose values.</summary>
    public ScoreParty Party { get; private set; }

    /// <summary>1 for the first of this party, then rising.</summary>
    public int Sequence { get; private set; }

    /// <summary>The rule-set version.</summary>
    public RuleSetVersionId RuleSetVersionId { get; private set; }

    /// <summary>Content hash of the rule set, SHA-256 in hexadecimal.</summary>
    public string RuleSetHash { get; private set; } = "";

    /// <summary>Canonical facts.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>Canonical score sheet with the trace of every point.</summary>
    public string ScoreSheet { get; private set; } = "";

    /// <summary>Total after the official rounding, in points.</summary>
    public decimal Total { get; private set; }

    /// <summary>Day for which the dated parameters held.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>SHA-256 over rule-set hash, facts and score sheet, in hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>When it was frozen.</summary>
    public DateTimeOffset FrozenAt { get; private set; }

    /// <summary>Freezes a score.</summary>
    public static FrozenScore Create(
        FrozenScoreId id,
        Declaration declaration,
        ScoreParty party,
        int sequence,
        RuleSetVersionId ruleSetVersion,
        string ruleSetHash,
        string facts,
        string scoreSheet,
        decimal total,
        DateOnly asOf,
        DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            Party = party,
            Sequence = sequence,
            RuleSetVersionId = ruleSetVersion,
            RuleSetHash = ruleSetHash,
            Facts = facts,
            ScoreSheet = scoreSheet,
            Total = total,
            AsOf = asOf,
            ContentHash = ContentHashing.Sha256Hex(ruleSetHash, facts, scoreSheet),
            FrozenAt = now,
        };

    /// <summary>Whether the stored texts still have the stored hash.</summary>
    public bool HashHolds() => ContentHash == ContentHashing.Sha256Hex(RuleSetHash, Facts, ScoreSheet);
}
