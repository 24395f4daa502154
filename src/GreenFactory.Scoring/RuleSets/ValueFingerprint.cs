using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.RuleSets;

/// <summary>
/// What a confirmation of a row of a parameter table is bound to: everything a reader compares with the text of the standard — key, unit, first day, numbers, document, clause
/// and the correction. The same row in another version or another set has the same fingerprint; a changed digit has another, and is unconfirmed again.
/// </summary>
public static class ValueFingerprint
{
    /// <summary>SHA-256 in hexadecimal over the canonical text of the row.</summary>
    public static string Of(ParameterTable table, ParameterRow row) => CanonicalJson.Hash(Rfc8785.Write(JsonBuild.Object(
        ("table", table.Code),
        ("key", row.Key),
        ("unit", row.Unit.Length > 0 ? row.Unit : table.Unit),
        ("from", row.From?.ToString("O", CultureInfo.InvariantCulture)),
        ("values", new JsonObject(row.Values.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => KeyValuePair.Create(cell.Key, JsonBuild.Number(cell.Value) ?? (JsonNode?)"—")))),
        ("source", row.Source),
        ("clause", row.Clause),
        ("correction", table.Corrections.FirstOrDefault(one => one.Code == row.Correction) is { } correction ? Correction(correction) : null))));

    private static JsonObject Correction(LevelCorrection correction) => JsonBuild.Object(
        ("label", correction.Label),
        ("clause", correction.Clause),
        ("unknown", correction.Unknown),
        ("levels", new JsonObject(correction.Levels.OrderBy(level => level.Key, StringComparer.Ordinal).Select(level => KeyValuePair.Create(level.Key, (JsonNode?)level.Value)))));
}
