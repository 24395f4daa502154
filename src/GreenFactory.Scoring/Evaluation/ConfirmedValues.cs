using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Where two administrators compared a row with the text of the standard.</summary>
/// <param name="Fingerprint">Of the row as it was compared.</param>
/// <param name="Clause">Clause or table in the text.</param>
/// <param name="Page">Page of the text, as it is printed.</param>
/// <param name="FileSha256">SHA-256 of the picture or scan of that page.</param>
/// <param name="ConfirmedAt">When the second of them did, ISO 8601 with the offset of Beijing.</param>
public sealed record ConfirmedValue(string Fingerprint, string Clause, string Page, string FileSha256, string ConfirmedAt);

/// <summary>The rows that were compared with the text of their standard. What is not among them, and not official, decides no preference.</summary>
public sealed class ConfirmedValues(IEnumerable<ConfirmedValue> values)
{
    private readonly Dictionary<string, ConfirmedValue> _values = values.DistinctBy(value => value.Fingerprint).ToDictionary(value => value.Fingerprint, StringComparer.Ordinal);

    /// <summary>Nothing was compared: all there is to say without a portal.</summary>
    public static ConfirmedValues None { get; } = new([]);

    /// <summary>The confirmation of a row; none while nobody confirmed it as it stands.</summary>
    public ConfirmedValue? Of(string fingerprint) => _values.GetValueOrDefault(fingerprint);

    /// <summary>Whether a number may decide: it is official, or was compared with the text.</summary>
    public bool Settle(ParameterSource source) => source.Provenance == RuleSets.Provenance.Official || Of(source.Fingerprint) is not null;
}
