using System.Text;
using System.Text.Json;

namespace GreenFactory.Scoring.Json;

/// <summary>A JSON value that remembers its path and its line, so that a message can name the place.</summary>
internal abstract record LocatedJson(string Path, int Line)
{
    /// <summary>Deepest nesting that is read; documents of this product need fewer than twenty levels.</summary>
    public const int MaxDepth = 64;

    /// <summary>Largest document that is read, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reads a document; syntax errors, repeated keys, excessive size or nesting end up in <paramref name="problems"/>.</summary>
    public static LocatedJson? Parse(string text, List<Problem> problems)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > MaxBytes)
        {
            problems.Add(new Problem("json.tooLarge", "$", $"文件过大（{bytes.Length / 1024 / 1024} MB），上限为 {MaxBytes / 1024 / 1024} MB。"));
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            var lines = new LineCounter(bytes);
            var root = ReadValue(ref reader, lines, "$", problems);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0) + 1;
            problems.Add(new Problem("json.syntax", "$", $"第 {line} 行不是合法的 JSON，或嵌套超过 {MaxDepth} 层；请检查引号、逗号和括号是否成对。", line));
            return null;
        }
    }

    /// <summary>Line of every value in the document, by its path without the leading "$.".</summary>
    public IReadOnlyDictionary<string, int> Lines()
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        Collect(this, lines);
        return lines;
    }

    private static void Collect(LocatedJson node, Dictionary<string, int> lines)
    {
        if (node.Path.Length > 2)
            lines[node.Path[2..]] = node.Line;
        var children = node switch
        {
            LocatedObject members => members.Members.Values,
            LocatedArray array => array.Items,
            _ => [],
        };
        foreach (var child in children)
            Collect(child, lines);
    }

    private static LocatedJson ReadValue(ref Utf8JsonReader reader, LineCounter lines, string path, List<Problem> problems)
    {
        var line = lines.LineAt(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var nameLine = lines.LineAt(reader.TokenStartIndex);
                    reader.Read();
                    var member = ReadValue(ref reader, lines, $"{path}.{name}", problems);
                    if (!members.TryAdd(name, member))
                        problems.Add(new Problem("json.duplicateKey", $"{path}.{name}", $"字段“{name}”在同一处出现了两次，请只保留一个。", nameLine));
                }

                return new LocatedObject(path, line, members);
            case JsonTokenType.StartArray:
                var items = new List<LocatedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadValue(ref reader, lines, $"{path}[{items.Count}]", problems));
                return new LocatedArray(path, line, items);
            case JsonTokenType.String:
                return new LocatedText(path, line, reader.GetString()!);
            case JsonTokenType.Number:
                return new LocatedNumber(path, line, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True:
            case JsonTokenType.False:
                return new LocatedBoolean(path, line, reader.GetBoolean());
            default:
                return new LocatedNull(path, line);
        }
    }

    private sealed class LineCounter(byte[] bytes)
    {
        private long _position;
        private int _line = 1;

        public int LineAt(long index)
        {
            for (; _position < index; _position++)
            {
                if (bytes[_position] == (byte)'\n')
                    _line++;
            }

            return _line;
        }
    }
}

/// <summary>An object with unique keys.</summary>
internal sealed record LocatedObject(string Path, int Line, IReadOnlyDictionary<string, LocatedJson> Members) : LocatedJson(Path, Line);

/// <summary>An array.</summary>
internal sealed record LocatedArray(string Path, int Line, IReadOnlyList<LocatedJson> Items) : LocatedJson(Path, Line);

/// <summary>A string.</summary>
internal sealed record LocatedText(string Path, int Line, string Text) : LocatedJson(Path, Line);

/// <summary>A number, kept as it was written.</summary>
internal sealed record LocatedNumber(string Path, int Line, string Text) : LocatedJson(Path, Line);

/// <summary>A boolean.</summary>
internal sealed record LocatedBoolean(string Path, int Line, bool Flag) : LocatedJson(Path, Line);

/// <summary>A null.</summary>
internal sealed record LocatedNull(string Path, int Line) : LocatedJson(Path, Line);
