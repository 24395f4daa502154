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

    /// <summary>Most values in a document that is read; the largest rule set of this product has some ten thousand.</summary>
    public const int MaxValues = 200_000;

    /// <summary>Longest path to a value: all its names together, in bytes.</summary>
    public const int MaxPath = 1000;

    /// <summary>Reads a document; syntax errors, repeated keys, excessive size, nesting or names, and broken characters end up in <paramref name="problems"/>.</summary>
    public static LocatedJson? Parse(string text, List<Problem> problems)
    {
        if (text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            problems.Add(new Problem("json.tooLarge", "$", $"文件过大，上限为 {MaxBytes / 1024 / 1024} MB。"));
            return null;
        }

        if (BrokenCharacter(text) is { } at)
        {
            var line = 1 + text.AsSpan(0, at).Count('\n');
            problems.Add(new Problem("json.character", "$", $"第 {line} 行含有残缺的字符（半个代理对），请重新录入这一处文字。", line));
            return null;
        }

        try
        {
            return new LocatedJsonReader(Encoding.UTF8.GetBytes(text), problems).Read();
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

    private static int? BrokenCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return i;
            i++;
        }

        return null;
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
