using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>A score sheet as canonical JSON, for freezing with a submission and for comparing byte for byte. Numbers are strings.</summary>
public static class ScoreSheetJson
{
    /// <summary>The word that opens every frozen sheet.</summary>
    public const string Format = "greenfactory-scoresheet/2";

    /// <summary>The word that opens sheets that were frozen in decimal arithmetic.</summary>
    public const string DecimalFormat = "greenfactory-scoresheet/1";

    /// <summary>Canonical JSON of the sheet with its traces.</summary>
    public static string Write(ScoreSheet sheet) => CanonicalJson.Write(Node(sheet));

    /// <summary>The arithmetic that a frozen sheet names; one that names none was made in decimal arithmetic.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static ScoreArithmetic ArithmeticOf(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = CanonicalJson.MaxDepth });
        while (reader.Read())
        {
            if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                continue;
            var isIt = reader.ValueTextEquals("arithmetic");
            reader.Read();
            if (isIt)
                return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(Exact) ? ScoreArithmetic.Exact : ScoreArithmetic.Decimal;
            reader.Skip();
        }

        return ScoreArithmetic.Decimal;
    }

    internal static JsonObject Node(ScoreSheet sheet)
    {
        string Points(decimal points) => points.ToString("F" + sheet.Places, CultureInfo.InvariantCulture);
        return JsonBuild.Object(
            ("format", sheet.Arithmetic == ScoreArithmetic.Exact ? Format : DecimalFormat),
            ("arithmetic", sheet.Arithmetic == ScoreArithmetic.Exact ? Exact : null),
            ("ruleSet", JsonBuild.Object(
                ("id", sheet.RuleSetId),
                ("version", sheet.RuleSetVersion),
                ("hash", sheet.RuleSetHash),
                ("title", sheet.RuleSetTitle),
                ("provenance", Words.Provenances.Word(sheet.Provenance)))),
            ("asOf", sheet.AsOf.ToString("O", CultureInfo.InvariantCulture)),
            ("rounding", JsonBuild.Object(
                ("mode", Words.RoundingModes.Word(sheet.Rounding.Mode)),
                ("places", JsonBuild.Number(sheet.Places)),
                ("at", Words.RoundingPlaces.Word(sheet.Rounding.At)))),
            ("notApplicable", sheet.NotApplicable is { } policy ? Words.NotApplicable.Word(policy) : null),
            ("gates", JsonBuild.Array(sheet.Gates, g => JsonBuild.Object(
                ("code", g.Code), ("title", g.Title), ("mandatory", JsonBuild.Unless(g.Mandatory)), ("state", Camel(g.State))))),
            ("groups", JsonBuild.Array(sheet.Groups, g => JsonBuild.Object(
                ("code", g.Code),
                ("name", g.Name),
                ("bonus", JsonBuild.When(g.Bonus)),
                ("weight", sheet.Arithmetic == ScoreArithmetic.Exact ? JsonBuild.Number(g.Weight) : null),
                ("score", Points(g.Score)),
                ("exactScore", JsonBuild.Number(g.ExactScore)),
                ("max", JsonBuild.Number(g.Max)),
                ("adjustment", Points(g.Adjustment))))),
            ("indicators", JsonBuild.Array(sheet.Indicators, i => JsonBuild.Object(
                ("code", i.Code),
                ("number", i.Number),
                ("name", i.Name),
                ("detail", i.Detail),
                ("group", i.Group),
                ("type", Words.IndicatorTypes.Word(i.Type)),
                ("value", JsonBuild.Number(i.Value)),
                ("unit", i.Unit),
                ("baseline", JsonBuild.Number(i.Baseline)),
                ("leading", JsonBuild.Number(i.Leading)),
                ("score", Points(i.Score)),
                ("exactScore", JsonBuild.Number(i.ExactScore)),
                ("weight", JsonBuild.Number(i.Weight)),
                ("max", JsonBuild.Number(i.Max)),
                ("state", Camel(i.State)),
                ("warnings", JsonBuild.Texts(i.Warnings)),
                ("rows", JsonBuild.Array(i.Rows, Row)),
                ("parameterProvenance", i.ParameterProvenance is { } p ? Words.Provenances.Word(p) : null),
                ("trace", i.Trace is null ? null : TraceJson.Node(i.Trace))))),
            ("total", Points(sheet.Total)),
            ("exactTotal", JsonBuild.Number(sheet.ExactTotal)),
            ("max", JsonBuild.Number(sheet.Max)),
            ("applicableMax", JsonBuild.Number(sheet.ApplicableMax)),
            ("adjustment", Points(sheet.Adjustment)),
            ("bonus", Points(sheet.Bonus)),
            ("passLine", JsonBuild.Number(sheet.PassLine)),
            ("problems", JsonBuild.Array(sheet.Problems, p => JsonBuild.Object(
                ("code", p.Code), ("path", p.Path), ("message", p.Message), ("severity", Camel(p.Severity))))));
    }

    internal const string Exact = "exact";

    internal static string Camel<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static JsonObject Row(RowScore row) => JsonBuild.Object(
        ("code", row.Code),
        ("name", row.Name),
        ("value", JsonBuild.Number(row.Value)),
        ("unit", row.Unit),
        ("baseline", JsonBuild.Number(row.Baseline)),
        ("leading", JsonBuild.Number(row.Leading)),
        ("limit", JsonBuild.Number(row.Limit)),
        ("weight", JsonBuild.Number(row.Weight)),
        ("score", JsonBuild.Number(row.Score)),
        ("state", Camel(row.State)),
        ("counted", JsonBuild.Unless(row.Counted)),
        ("message", row.Message),
        ("correction", row.Correction),
        ("notes", JsonBuild.Texts(row.Notes)));
}
