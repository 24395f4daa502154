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

    private static JsonObject Source(ParameterSource source) => JsonBuild.Object(
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
        ("note", source.Note));
}
