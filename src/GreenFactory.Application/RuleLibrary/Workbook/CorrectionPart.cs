using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The corrections of all parameter tables, one row for each.</summary>
internal sealed class CorrectionPart : IWorkbookPart
{
    private static readonly WorkbookColumn Table = new("table", "参数表代码", ColumnType.Text, 22) { IsRequired = true };

    private static readonly WorkbookColumn[] Fields =
    [
        new("code", "修正代码", ColumnType.Text, 22) { IsRequired = true },
        new("label", "按什么修正", ColumnType.Text, 30) { IsRequired = true },
        new("unknown", "缺什么", ColumnType.Text, 40) { Hint = "知道标准有修正、但没有取得公式时填写；公式写在“修正公式”工作表" },
        new("clause", "条款", ColumnType.Text, 30),
        new("source", "出处", ColumnType.Text, 36),
        new("note", "备注", ColumnType.Text, 60) { Hint = "修正不用于所列产品时写明理由" },
    ];

    private static readonly WorkbookColumn[] Columns = [Table, .. Fields];

    /// <inheritdoc/>
    public string Name => "修正";

    /// <summary>Every correction with the code of its table.</summary>
    public static IEnumerable<(string Table, JsonObject Item)> All(RuleDocument document) =>
        from entry in document.Items("parameters")
        from correction in entry.Item["corrections"] as JsonArray ?? []
        select (CellWriting.Plain(entry.Item["code"]), correction!.AsObject());

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => Columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => Columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document)
    {
        foreach (var (table, item) in All(document))
        {
            var row = Fields.ToDictionary(field => field.Code, field => item[field.Code]);
            row[Table.Code] = table;
            yield return row;
        }
    }

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        foreach (var row in sheet.Rows)
        {
            var table = row.Text(Table.Code);
            var item = new JsonObject();
            if (table.Length == 0)
            {
                continue;
            }

            if (document.Find("parameters", "", table) is not { } owner)
            {
                row.Report(Table.Code, $"“参数表”工作表里没有“{table}”。请核对代码，或先补上参数表。");
                continue;
            }

            var path = RuleDocument.Append(owner.Item, owner.Path, "corrections", item);
            row.Place(path, "code");
            foreach (var field in Fields)
            {
                row.Put(item, path, field.Code);
            }

            if (CellWriting.Plain(item["code"]) is { Length: > 0 } code && !document.Remember("corrections", table, code, item, path))
            {
                row.Report("code", $"代码“{code}”在这个参数表里出现了两次，请改成不同的代码或只保留一行。");
            }
        }
    }
}
