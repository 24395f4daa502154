using System.Globalization;

namespace GreenFactory.Scoring.Json;

/// <summary>Takes the members of one object by name and type, and reports whatever is missing, of the wrong type, or was never asked for.</summary>
internal sealed class ObjectReader
{
    /// <summary>Most items of one list.</summary>
    public const int MaxItems = 5000;

    private readonly LocatedObject _object;
    private readonly List<Problem> _problems;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private ObjectReader(LocatedObject source, List<Problem> problems) => (_object, _problems) = (source, problems);

    public string Path => _object.Path;

    public int Line => _object.Line;

    public static ObjectReader? From(LocatedJson? node, List<Problem> problems)
    {
        if (node is LocatedObject source)
            return new ObjectReader(source, problems);
        if (node is not null)
            problems.Add(new Problem("json.type", node.Path, "这里应当是一个对象（花括号）。", node.Line));
        return null;
    }

    public bool Has(string name) => _object.Members.ContainsKey(name);

    public LocatedJson? Node(string name)
    {
        _asked.Add(name);
        return _object.Members.TryGetValue(name, out var node) && node is not LocatedNull ? node : null;
    }

    public string? OptionalText(string name)
    {
        var node = Node(name);
        if (node is null or LocatedText)
            return (node as LocatedText)?.Text;
        Wrong(node, "文字（加引号）");
        return null;
    }

    public string Text(string name)
    {
        var text = OptionalText(name);
        if (text is null && !(_object.Members.TryGetValue(name, out var node) && node is not LocatedNull))
            Report("json.required", name, $"缺少必填字段“{name}”。");
        else if (text is { } present && string.IsNullOrWhiteSpace(present))
            Report("json.empty", name, $"字段“{name}”不能为空。");
        return text ?? "";
    }

    public bool Flag(string name, bool otherwise = false)
    {
        var node = Node(name);
        if (node is null or LocatedBoolean)
            return (node as LocatedBoolean)?.Flag ?? otherwise;
        Wrong(node, "true 或 false");
        return otherwise;
    }

    public decimal? OptionalNumber(string name)
    {
        var node = Node(name);
        var written = node switch { LocatedText text => text.Text, LocatedNumber number => number.Text, _ => null };
        if (node is null)
            return null;
        if (written is not null && DecimalText.TryParse(written, out var value))
            return value;
        Wrong(node, "数字，例如 \"8\" 或 \"0.5\"");
        return null;
    }

    public decimal Number(string name)
    {
        if (OptionalNumber(name) is { } value)
            return value;
        if (Node(name) is null)
            Report("json.required", name, $"缺少必填数字“{name}”。");
        return 0m;
    }

    public int? OptionalInteger(string name)
    {
        var value = OptionalNumber(name);
        if (value is null)
            return null;
        if (value is >= 0 and <= 1_000_000 && decimal.Truncate(value.Value) == value)
            return (int)value;
        Report("json.integer", name, $"“{name}”应当是不小于 0 的整数。");
        return null;
    }

    public DateOnly? OptionalDate(string name)
    {
        var text = OptionalText(name);
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Report("json.date", name, $"“{text}”不是日期，请写成 2026-01-01 这样的形式。");
        return null;
    }

    public T Choice<T>(string name, IReadOnlyDictionary<string, T> words, T? otherwise = default)
        where T : struct
    {
        var node = Node(name);
        if (node is null && Has(name) == false && otherwise is { } value && !Equals(otherwise, default(T)))
            return value;
        if (node is LocatedText text && words.TryGetValue(text.Text, out var known))
            return known;
        Report("json.word", name, $"“{name}”只能是：{string.Join("、", words.Keys)}。");
        return default;
    }

    public IReadOnlyList<T> List<T>(string name, Func<LocatedJson, T?> read)
        where T : class
    {
        var node = Node(name);
        if (node is null)
            return [];
        if (node is not LocatedArray array)
        {
            Wrong(node, "一个列表（方括号）");
            return [];
        }

        if (array.Items.Count > MaxItems)
        {
            _problems.Add(new Problem("json.tooMany", node.Path, $"这里有 {array.Items.Count} 项，最多 {MaxItems} 项，请拆分。", node.Line));
            return [];
        }

        return [.. array.Items.Select(read).OfType<T>()];
    }

    public IReadOnlyList<string> Texts(string name) => List(name, node =>
    {
        if (node is LocatedText text)
            return text.Text;
        Wrong(node, "文字（加引号）");
        return null;
    });

    public IReadOnlyDictionary<string, LocatedJson> Members() => _object.Members;

    public void Report(string code, string name, string message)
    {
        var line = _object.Members.TryGetValue(name, out var node) ? node.Line : Line;
        _problems.Add(new Problem(code, $"{Path}.{name}", message, line));
    }

    /// <summary>Reports every member that nobody asked for: a misspelt field is never ignored.</summary>
    public void Finish()
    {
        foreach (var (name, node) in _object.Members)
        {
            if (_asked.Contains(name))
                continue;
            var near = _asked.Order(StringComparer.Ordinal).FirstOrDefault(known => EditDistance.AtMostTwo(known, name));
            var hint = near is null ? "请删除，或核对字段名。" : $"是否想写“{near}”？";
            _problems.Add(new Problem("json.unknownKey", node.Path, $"不认识字段“{name}”。{hint}", node.Line));
        }
    }

    private void Wrong(LocatedJson node, string expected) =>
        _problems.Add(new Problem("json.type", node.Path, $"这里应当是{expected}。", node.Line));
}
