using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Cli.Support;

/// <summary>JSON on standard output: indented, Chinese unescaped.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n", MaxDepth = CanonicalJson.MaxDepth };

    public static void Write(TextWriter output, JsonNode node) => output.WriteLine(node.ToJsonString(Indented));

    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);
}
