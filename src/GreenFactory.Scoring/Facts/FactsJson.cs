using System.Collections.Immutable;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring;

/// <summary>Facts as far as they could be read, and everything wrong with the text.</summary>
public sealed record FactsReading(Facts Facts, IReadOnlyList<Problem> Problems)
{
    /// <summary>Line of every field that was read, by its path.</summary>
    internal IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    /// <summary>The line of a field such as inputs.energy_total, or of the nearest field around it when it is not in the text.</summary>
    public int LineOf(string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (Lines.TryGetValue(at, out var line))
                return line;
        }

        return 1;
    }
}

/// <summary>Facts as JSON: numbers as strings, canonical when written, so that they can be hashed and stored.</summary>
public static class FactsJson
{
    /// <summary>Canonical JSON of the facts.</summary>
    public static string Write(Facts facts) => CanonicalJson.Write(Node(facts));

    internal static JsonObject Node(Facts facts) => JsonBuild.Object(
        ("inputs", Answers(facts.Inputs)),
        ("groups", Members(facts.Groups, rows => JsonBuild.Array(rows, row => Answers(row) ?? []))),
        ("gates", Members(facts.Gates, met => (JsonNode)met)),
        ("notApplicable", Members(facts.NotApplicable, reason => (JsonNode)reason)),
        ("grades", Members(facts.Grades, g => JsonBuild.Object(("points", g.Points), ("reason", g.Reason)))),
        ("declared", Members(facts.Declared, codes => JsonBuild.Texts(codes))));

    /// <summary>Reads facts. Answers may be strings, numbers, booleans, or lists of codes; unknown members are refused with their line.</summary>
    public static FactsReading Read(string json)
    {
        var problems = new List<Problem>();
        var document = LocatedJson.Parse(json, problems);
        if (ObjectReader.From(document, problems) is not { } root)
            return new FactsReading(Facts.Empty, problems);
        var facts = Read(root, problems);
        return new FactsReading(facts, Problem.Told(problems)) { Lines = document!.Lines() };
    }

    internal static Facts Read(ObjectReader root, List<Problem> problems)
    {
        var facts = new Facts
        {
            Inputs = ReadMembers(root, "inputs", problems, ReadAnswer),
            Groups = ReadMembers(root, "groups", problems, ReadRows),
            Gates = ReadMembers(root, "gates", problems, ReadFlag),
            NotApplicable = ReadMembers(root, "notApplicable", problems, (node, p) => ReadAnswer(node, p)?.Text),
            Grades = ReadMembers(root, "grades", problems, ReadGrade),
            Declared = ReadMembers(root, "declared", problems, (node, p) => ReadAnswer(node, p)?.Parts),
        };
        root.Finish();
        return facts;
    }

    private static JsonObject? Answers(ImmutableSortedDictionary<string, Answer> answers) =>
        Members(answers, a => a.Parts.Length == 1 ? a.Parts[0] : JsonBuild.Texts(a.Parts));

    private static JsonObject? Members<T>(ImmutableSortedDictionary<string, T> items, Func<T, JsonNode?> node)
    {
        if (items.IsEmpty)
            return null;
        var result = new JsonObject();
        foreach (var (name, item) in items)
            result[name] = node(item);
        return result;
    }

    private static ImmutableSortedDictionary<string, T> ReadMembers<T>(ObjectReader root, string name, List<Problem> problems, Func<LocatedJson, List<Problem>, T?> read)
        where T : class => Collect<T>(root, name, problems, node => read(node, problems));

    private static ImmutableSortedDictionary<string, T> ReadMembers<T>(ObjectReader root, string name, List<Problem> problems, Func<LocatedJson, List<Problem>, T?> read)
        where T : struct => Collect<T>(root, name, problems, node => read(node, problems) is { } value ? value : null);

    private static ImmutableSortedDictionary<string, T> Collect<T>(ObjectReader root, string name, List<Problem> problems, Func<LocatedJson, object?> read)
    {
        var result = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        if (ObjectReader.From(root.Node(name), problems) is { } members)
        {
            foreach (var (key, node) in members.Members())
            {
                if (node is not LocatedNull && read(node) is T value)
                    result[key] = value;
            }
        }

        return result.ToImmutable();
    }

    private static Answer? ReadAnswer(LocatedJson node, List<Problem> problems)
    {
        switch (node)
        {
            case LocatedText text:
                return Answer.Of(text.Text);
            case LocatedNumber number:
                return Answer.Of(number.Text);
            case LocatedBoolean flag:
                return Answer.Of(flag.Flag ? "true" : "false");
            case LocatedArray array when array.Items.All(i => i is LocatedText or LocatedNumber):
                return Answer.Of(array.Items.Select(i => i is LocatedText t ? t.Text : ((LocatedNumber)i).Text));
            default:
                problems.Add(new Problem("facts.answer", node.Path, "答案应当是文字、数字、true/false，或选项代码的列表。", node.Line));
                return null;
        }
    }

    private static ImmutableArray<ImmutableSortedDictionary<string, Answer>>? ReadRows(LocatedJson node, List<Problem> problems)
    {
        if (node is not LocatedArray array)
        {
            problems.Add(new Problem("facts.rows", node.Path, "多行填报项应当是一个列表，每行一个对象。", node.Line));
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<ImmutableSortedDictionary<string, Answer>>();
        foreach (var item in array.Items)
        {
            if (ObjectReader.From(item, problems) is not { } row)
                continue;
            var answers = ImmutableSortedDictionary.CreateBuilder<string, Answer>(StringComparer.Ordinal);
            foreach (var (code, answer) in row.Members())
            {
                if (answer is not LocatedNull && ReadAnswer(answer, problems) is { } read)
                    answers[code] = read;
            }

            rows.Add(answers.ToImmutable());
        }

        return rows.ToImmutable();
    }

    private static bool? ReadFlag(LocatedJson node, List<Problem> problems)
    {
        if (node is LocatedBoolean flag)
            return flag.Flag;
        problems.Add(new Problem("facts.gate", node.Path, "基本要求只能回答 true（符合）或 false（不符合）。", node.Line));
        return null;
    }

    private static Grade? ReadGrade(LocatedJson node, List<Problem> problems)
    {
        if (node is LocatedText or LocatedNumber)
            return new Grade(ReadAnswer(node, problems)!.Text, "");
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var points = reader.Node("points") is { } value ? ReadAnswer(value, problems)?.Text : null;
        var grade = new Grade(points ?? "", reader.OptionalText("reason") ?? "");
        reader.Finish();
        return grade;
    }
}
