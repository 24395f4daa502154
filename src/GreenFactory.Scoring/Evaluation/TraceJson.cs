using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Traces as JSON.</summary>
internal static class TraceJson
{
    public static JsonObject Node(TraceNode node) => JsonBuild.Object(
        ("op", node.Operation),
        ("label", node.Label),
        ("formula", node.Formula),
        ("code", node.Code),
        ("state", node.State == ValueState.Known ? null : ScoreSheetJson.Camel(node.State)),
        ("value", JsonBuild.Number(node.Value)),
        ("text", node.Text),
        ("reason", node.Reason),
        ("unit", node.Unit),
        ("factor", JsonBuild.Number(node.Factor)),
        ("source", node.Source is null ? null : Source(node.Source)),
        ("args", JsonBuild.Array(node.Arguments, Node)));

    public static TraceNode Read(JsonObject node) => new()
    {
        Operation = node.Text("op"),
        Label = node.Text("label"),
        Formula = node.Text("formula"),
        Code = node.Text("code"),
        State = node.ContainsKey("state") ? node.Enum<ValueState>("state") : ValueState.Known,
        Value = node.OptionalDecimal("value"),
        Text = node.Text("text"),
        Reason = node.Text("reason"),
        Unit = node.Text("unit"),
        Factor = node.OptionalDecimal("factor"),
        Source = node["source"] is JsonObject source ? ReadSource(source) : null,
        Arguments = node.Each("args", Read),
    };

    private static ParameterSource ReadSource(JsonObject node) => new(
        node.Text("table"),
        node.Text("key"),
        node.Text("label"),
        node.Text("column"),
        node.Text("source"),
        node.Text("clause"),
        ReadDate(node.Text("from")),
        ReadDate(node.Text("to")),
        Words.Provenances[node.Text("provenance")],
        Words.Confirmations[node.Text("confirmation")],
        node.Text("note"))
    {
        Correction = node.Text("correction"),
        IsUncorrected = node.ContainsKey("uncorrected"),
    };

    private static DateOnly? ReadDate(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    internal static JsonObject Source(ParameterSource source) => JsonBuild.Object(
        ("table", source.Table),
        ("key", source.Key),
        ("label", source.Label),
        ("column", source.Column),
        ("source", source.Source),
        ("clause", source.Clause),
        ("from", source.From?.ToString("O", CultureInfo.InvariantCulture)),
        ("to", source.To?.ToString("O", CultureInfo.InvariantCulture)),
        ("provenance", Words.Provenances.Word(source.Provenance)),
        ("confirmation", Words.Confirmations.Word(source.Confirmation)),
        ("note", source.Note),
        ("correction", source.Correction),
        ("uncorrected", JsonBuild.When(source.IsUncorrected)));
}
