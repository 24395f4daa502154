using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace GreenFactory.Scoring.Json;

/// <summary>The canonical form of RFC 8785: members by their names in UTF-16 order, no white space, nothing escaped that need not be. Documents of this library hold no JSON numbers.</summary>
internal static class Rfc8785
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);

    /// <summary>Canonical text of a document.</summary>
    /// <exception cref="ArgumentException">It holds a number: numbers are written as text.</exception>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                Members(members, text);
                break;
            case JsonArray items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Write(items[i], text);
                }

                text.Append(']');
                break;
            case JsonValue value when value.TryGetValue<string>(out var content):
                Write(content, text);
                break;
            case JsonValue value when value.TryGetValue<bool>(out var flag):
                text.Append(flag ? "true" : "false");
                break;
            default:
                throw new ArgumentException("Numbers are written as text.", nameof(node));
        }
    }

    private static void Members(JsonObject members, StringBuilder text)
    {
        var sorted = members.ToArray();
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        text.Append('{');
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            Write(sorted[i].Key, text);
            text.Append(':');
            Write(sorted[i].Value, text);
        }

        text.Append('}');
    }

    private static void Write(ReadOnlySpan<char> content, StringBuilder text)
    {
        text.Append('"');
        for (var next = content.IndexOfAny(Escaped); next >= 0; next = content.IndexOfAny(Escaped))
        {
            text.Append(content[..next]);
            Escape(content[next], text);
            content = content[(next + 1)..];
        }

        text.Append(content).Append('"');
    }

    private static void Escape(char c, StringBuilder text) => _ = c switch
    {
        '"' or '\\' => text.Append('\\').Append(c),
        '\b' => text.Append("\\b"),
        '\t' => text.Append("\\t"),
        '\n' => text.Append("\\n"),
        '\f' => text.Append("\\f"),
        '\r' => text.Append("\\r"),
        _ => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
    };
}
