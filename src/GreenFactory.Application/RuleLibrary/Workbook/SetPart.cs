using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>What a set says of itself: one row for each field, several for a list.</summary>
internal sealed class SetPart : IWorkbookPart
{
    private static readonly WorkbookColumn[] Columns =
    [
        new("item", "项目", ColumnType.Text, 24),
        new("code", "代码", ColumnType.Text, 26),
        new("value", "内容", ColumnType.Shown, 90),
        new("clause", "条款", ColumnType.Text, 30) { Hint = "只有“依据”用这一列" },
    ];

    /// <inheritdoc/>
    public string Name => "说明";

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => Columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => Columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document)
    {
        foreach (var field in SetField.All)
        {
            if (!field.IsList)
            {
                yield return Row(field, At(document.Root, field.Code) is { } value ? CellWriting.Write(field.Column, value).Text : null);
                continue;
            }

            var items = document.Root[field.Code] as JsonArray;
            if (items is null or { Count: 0 })
            {
                yield return Row(field, items is not null && document.IsOverlay ? WorkbookWords.EmptyList : null);
                continue;
            }

            foreach (var item in items)
            {
                yield return item is JsonObject basis ? Row(field, Escaped(basis["standard"]), basis["clause"]) : Row(field, Escaped(item));
            }
        }
    }

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows.OrderBy(row => row.Cell("code")?.Text == "format" ? 0 : 1))
        {
            var code = row.Text("code");
            row.Take("item");
            if (SetField.All.FirstOrDefault(field => field.Code == code) is not { } field)
            {
                row.Report("code", code.Length == 0 ? "这一行没有代码。请填写导出时的代码，或删除整行。" : $"不认识代码“{code}”。请改回导出时的代码，或删除整行。");
                continue;
            }

            if (!seen.Add(code) && !field.IsList)
            {
                row.Report("code", $"“{field.Title}”（{code}）出现了两次，请只保留一行。");
                continue;
            }

            if (field.IsList)
            {
                ReadItem(row, field, document);
            }
            else
            {
                ReadField(row, field, document);
            }

            row.Finish($"“{field.Title}”");
        }

        foreach (var field in SetField.All.Where(field => !field.IsList && !seen.Contains(field.Code)))
        {
            sheet.Report("", $"缺少“{field.Title}”（{field.Code}）一行。请加回这一行，内容可以为空。");
        }
    }

    private static void ReadField(SheetRow row, SetField field, RuleDocument document)
    {
        if (row.Take(field.ColumnIn(document), "value") is { } value)
        {
            Put(document.Root, field.Code, value);
        }

        for (var path = $"$.{field.Code}"; path.Length > 1; path = path[..path.LastIndexOf('.')])
        {
            row.Place(path, "value");
        }
    }

    private static void ReadItem(SheetRow row, SetField field, RuleDocument document)
    {
        row.Place($"$.{field.Code}", "value");
        if (row.Cell("value")?.Text == WorkbookWords.EmptyList)
        {
            row.Take("value");
            document.Root[field.Code] ??= new JsonArray();
            return;
        }

        var value = row.Take(field.Column, "value");
        var clause = field.Code == "basis" ? row.Take("clause") : null;
        if (value is null)
        {
            if (clause is not null)
            {
                row.Report("value", "写了条款却没有写标准或文件。请填写“内容”，或清空条款。");
            }

            return;
        }

        JsonNode item = value;
        if (field.Code == "basis")
        {
            item = clause is null ? new JsonObject { ["standard"] = value } : new JsonObject { ["standard"] = value, ["clause"] = clause };
        }

        var path = RuleDocument.Append(document.Root, "$", field.Code, item);
        row.Place(path, "value");
        row.Place($"{path}.clause", "clause");
    }

    private static Dictionary<string, JsonNode?> Row(SetField field, string? shown, JsonNode? clause = null) => new()
    {
        ["item"] = field.Title,
        ["code"] = field.Code,
        ["value"] = shown,
        ["clause"] = clause?.DeepClone(),
    };

    private static string Escaped(JsonNode? text) => CellEscape.Write(CellWriting.Plain(text));

    private static JsonNode? At(JsonObject root, string path) => path.Split('.').Aggregate((JsonNode?)root, (node, name) => (node as JsonObject)?[name]);

    private static void Put(JsonObject root, string path, JsonNode value)
    {
        var names = path.Split('.');
        var owner = root;
        foreach (var name in names[..^1])
        {
            if (owner[name] is not JsonObject inner)
            {
                owner[name] = inner = [];
            }

            owner = inner;
        }

        owner[names[^1]] = value;
    }
}
