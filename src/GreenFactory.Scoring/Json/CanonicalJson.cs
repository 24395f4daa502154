using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Json;

/// <summary>
/// The canonical form of a document: keys in ordinal order, no white space, text unescaped where JSON allows, numbers as strings.
/// It survives a database that reorders keys, so that two equal documents always have the same bytes and hash.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Deepest nesting that is written and read back: the trace of the deepest formula that is bound, two levels a step, inside a sheet.</summary>
    public const int MaxDepth = (2 * BoundExpression.MaxDepth) + 100;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };
    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth, Indented = true, NewLine = "\n" };

    /// <summary>Canonical text of a JSON document given in any layout.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static string Canonicalise(string json) => Write(Parse(json));

    /// <summary>SHA-256 of the canonical text as 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>A document that this library wrote, whatever its layout now.</summary>
    /// <exception cref="JsonException">The text is not JSON, or nested more deeply than <see cref="MaxDepth"/>.</exception>
    public static JsonNode? Parse(string json) => JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth });

    /// <summary>Canonical text of a document.</summary>
    internal static string Write(JsonNode? node) => Render(node, Compact, sort: true);

    /// <summary>The document in its own key order, indented for people.</summary>
    internal static string WriteReadable(JsonNode? node) => Render(node, Indented, sort: false) + "\n";

    private static string Render(JsonNode? node, JsonWriterOptions options, bool sort)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
            Render(node, writer, sort);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Render(JsonNode? node, Utf8JsonWriter writer, bool sort)
    {
        switch (node)
        {
            case JsonObject members:
                writer.WriteStartObject();
                foreach (var (name, value) in sort ? members.OrderBy(m => m.Key, StringComparer.Ordinal) : members.AsEnumerable())
                {
                    writer.WritePropertyName(name);
                    Render(value, writer, sort);
                }

                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Render(item, writer, sort);
                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
