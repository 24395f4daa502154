using System.Globalization;
using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The answers of the golden cases: one row for each answer.</summary>
internal sealed class AnswerPart : IWorkbookPart
{
    private const string Groups = "groups";

    private static readonly WorkbookColumn[] Columns =
    [
        CasePart.NumberColumn(),
        new("part", "部分", ColumnType.Word, 14) { Words = WorkbookWords.AnswerParts, IsRequired = true },
        new("code", "代码", ColumnType.Text, 28),
        new("row", "第几行", ColumnType.Number, 8) { Hint = "多行填报项的第几行" },
        new("column", "栏目代码", ColumnType.Text, 20) { Hint = "多行填报项中的输入项代码" },
        new("value", "答案", ColumnType.Formula, 50),
        new("json", "答案（JSON）", ColumnType.Json, 30) { Hint = "多选、是否等不是文字和数字的答案，例如 [\"a\",\"b\"]、true" },
    ];

    /// <inheritdoc/>
    public string Name => "用例填报";

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => Columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => Columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document) =>
        from golden in document.Cases.Index()
        from part in golden.Item!["facts"] as JsonObject ?? []
        where part.Value is not null
        from row in Rows(part.Key, part.Value)
        select row.Append(new(CasePart.Number, SheetSource.Digits(golden.Index + 1))).ToDictionary();

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        foreach (var row in sheet.Rows)
        {
            var golden = CasePart.CaseOf(row, document);
            var part = row.Text("part");
            var code = row.Text("code");
            if (golden is null || part.Length == 0)
            {
                continue;
            }

            var facts = golden.Item["facts"]!.AsObject();
            var path = $"{golden.Path}.facts.{part}";
            if (facts[part] is not JsonObject answers)
            {
                facts[part] = answers = [];
            }

            row.Place(path, "part");
            if (code.Length == 0)
            {
                ReadNothing(row);
                continue;
            }

            ReadAnswer(row, answers, $"{path}.{code}", part, code);
        }
    }

    private static void ReadAnswer(SheetRow row, JsonObject answers, string path, string part, string code)
    {
        var number = row.Text("row");
        var column = row.Text("column");
        row.Place(path, "code");
        if (part == Groups ? number.Length == 0 && column.Length > 0 : number.Length + column.Length > 0)
        {
            row.Report(number.Length > 0 ? "row" : "column", "“第几行”和“栏目代码”只用于多行填报项，且要一起填写。");
            return;
        }

        if (number.Length > 0)
        {
            if (answers[code] is not JsonArray rows)
            {
                if (answers.ContainsKey(code))
                {
                    row.Report("code", $"“{code}”已用一个 JSON 写出全部各行，请只用一种写法。");
                    return;
                }

                answers[code] = rows = [];
            }

            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at < 1 || at > rows.Count + 1)
            {
                row.Report("row", $"“第几行”应从 1 起依次编号，这里最多为 {rows.Count + 1}。");
                return;
            }

            if (at > rows.Count)
            {
                rows.Add((JsonNode)new JsonObject());
            }

            if (rows[at - 1] is not JsonObject cells)
            {
                row.Report("code", $"“{code}”已用一个 JSON 写出全部各行，请只用一种写法。");
                return;
            }

            answers = cells;
            path = $"{path}[{at - 1}]";
            row.Place(path, "row");
            if (column.Length == 0)
            {
                ReadNothing(row);
                return;
            }

            (code, path) = (column, $"{path}.{column}");
        }

        if (answers.ContainsKey(code))
        {
            row.Report(column.Length > 0 ? "column" : "code", $"“{code}”在同一个用例的同一处出现了两次，请只保留一行。");
            return;
        }

        var (value, json) = (row.Take("value"), row.Take("json"));
        if ((value is not null && json is not null) || (row.IsBlank("value") && row.IsBlank("json")))
        {
            row.Report("value", "“答案”和“答案（JSON）”要填写而且只能填写一处。没有作答的输入项请删除整行。");
            return;
        }

        row.Place(path, value is null ? "json" : "value");
        answers[code] = value ?? json;
    }

    private static void ReadNothing(SheetRow row)
    {
        if (row.Take("json") is not JsonObject { Count: 0 } || !row.IsBlank("value"))
        {
            row.Report("code", "请填写代码；该部分没有内容时，“答案（JSON）”写 {}。");
        }
    }

    private static IEnumerable<IEnumerable<KeyValuePair<string, JsonNode?>>> Rows(string part, JsonNode answers)
    {
        var known = answers as JsonObject ?? [];
        if (known.Count == 0)
        {
            yield return [new("part", part), new("json", new JsonObject())];
        }

        foreach (var (code, answer) in known)
        {
            if (answer is null)
            {
                continue;
            }

            if (part != Groups || answer is not JsonArray { Count: > 0 } rows)
            {
                yield return [new("part", part), new("code", code), Answer(answer)];
                continue;
            }

            foreach (var (index, item) in rows.Index())
            {
                var cells = item as JsonObject ?? [];
                List<KeyValuePair<string, JsonNode?>> at = [new("part", part), new("code", code), new("row", SheetSource.Digits(index + 1))];
                if (cells.Count == 0)
                {
                    yield return [.. at, new("json", new JsonObject())];
                }

                foreach (var (column, value) in cells.Where(cell => cell.Value is not null))
                {
                    yield return [.. at, new("column", column), Answer(value!)];
                }
            }
        }
    }

    private static KeyValuePair<string, JsonNode?> Answer(JsonNode answer) =>
        new(answer is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? "value" : "json", answer);
}
