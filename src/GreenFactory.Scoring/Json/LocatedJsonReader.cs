using System.Text;
using System.Text.Json;

namespace GreenFactory.Scoring.Json;

/// <summary>Reads JSON text into values that know their place, as far as it is of a size that can be a document of this product.</summary>
internal sealed class LocatedJsonReader(byte[] bytes, List<Problem> problems)
{
    private long _position;
    private int _line = 1;

    /// <summary>The document, or nothing if there is too much of it.</summary>
    /// <exception cref="JsonException">The text is not JSON, or nested too deeply.</exception>
    public LocatedJson? Read()
    {
        var reader = Reader();
        if (!IsOfSize())
            return null;
        reader.Read();
        var root = ReadValue(ref reader, "$");
        reader.Read();
        return root;
    }

    private Utf8JsonReader Reader() => new(bytes, new JsonReaderOptions { MaxDepth = LocatedJson.MaxDepth });

    /// <summary>Counts values and measures paths before anything is built, so that a small text cannot take up much memory.</summary>
    private bool IsOfSize()
    {
        var reader = Reader();
        var values = 0;
        var names = new int[LocatedJson.MaxDepth + 1];
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject) && ++values > LocatedJson.MaxValues)
            {
                Refuse("json.tooMany", reader, $"文件中的数据项超过 {LocatedJson.MaxValues} 个，请拆分。");
                return false;
            }

            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            names[reader.CurrentDepth] = reader.ValueSpan.Length;
            if (names.Take(reader.CurrentDepth + 1).Sum() > LocatedJson.MaxPath)
            {
                Refuse("json.longName", reader, "字段名过长，请核对字段名。");
                return false;
            }
        }

        return true;
    }

    private void Refuse(string code, Utf8JsonReader reader, string message) =>
        problems.Add(new Problem(code, "$", message, LineAt(reader.TokenStartIndex)));

    private LocatedJson ReadValue(ref Utf8JsonReader reader, string path)
    {
        var line = LineAt(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var nameLine = LineAt(reader.TokenStartIndex);
                    var name = Text(ref reader, path, nameLine);
                    reader.Read();
                    var member = ReadValue(ref reader, $"{path}.{name}");
                    if (!members.TryAdd(name, member))
                        problems.Add(new Problem("json.duplicateKey", $"{path}.{name}", $"字段“{name}”在同一处出现了两次，请只保留一个。", nameLine));
                }

                return new LocatedObject(path, line, members);
            case JsonTokenType.StartArray:
                var items = new List<LocatedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadValue(ref reader, $"{path}[{items.Count}]"));
                return new LocatedArray(path, line, items);
            case JsonTokenType.String:
                return new LocatedText(path, line, Text(ref reader, path, line));
            case JsonTokenType.Number:
                return new LocatedNumber(path, line, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True:
            case JsonTokenType.False:
                return new LocatedBoolean(path, line, reader.GetBoolean());
            default:
                return new LocatedNull(path, line);
        }
    }

    private string Text(ref Utf8JsonReader reader, string path, int line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            problems.Add(new Problem("json.character", path, "这里含有残缺的字符（半个代理对），请重新录入。", line));
            return "";
        }
    }

    private int LineAt(long index)
    {
        for (; _position < index; _position++)
        {
            if (bytes[_position] == (byte)'\n')
                _line++;
        }

        return _line;
    }
}
