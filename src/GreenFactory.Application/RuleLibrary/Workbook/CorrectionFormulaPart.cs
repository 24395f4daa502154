using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The formulas of the corrections, one row for each column that a correction changes.</summary>
internal sealed class CorrectionFormulaPart : IWorkbookPart
{
    private static readonly WorkbookColumn[] Columns =
    [
        new("table", "参数表代码", ColumnType.Text, 22) { IsRequired = true },
        new("correction", "修正代码", ColumnType.Text, 22) { IsRequired = true },
        new("column", "列代码", ColumnType.Text, 14) { IsRequired = true, Hint = "修正参数表的哪一列" },
        new("formula", "公式", ColumnType.Formula, 100) { IsRequired = true, Hint = "printed 是表列值" },
    ];

    /// <inheritdoc/>
    public string Name => "修正公式";

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => Columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => Columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document) =>
        from entry in CorrectionPart.All(document)
        from level in entry.Item["levels"] as JsonObject ?? []
        select new Dictionary<string, JsonNode?>
        {
            ["table"] = entry.Table,
            ["correction"] = entry.Item["code"],
            ["column"] = level.Key,
            ["formula"] = level.Value,
        };

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        foreach (var row in sheet.Rows)
        {
            var (table, code, column) = (row.Text("table"), row.Text("correction"), row.Text("column"));
            if (table.Length == 0 || code.Length == 0 || column.Length == 0)
            {
                continue;
            }

            if (document.Find("corrections", table, code) is not { } found)
            {
                row.Report("correction", $"“修正”工作表里没有参数表“{table}”的修正“{code}”。请核对代码，或在那里补上。");
                continue;
            }

            if (found.Item["levels"] is not JsonObject levels)
            {
                found.Item["levels"] = levels = [];
            }

            if (levels.ContainsKey(column))
            {
                row.Report("column", $"修正“{code}”的列“{column}”有两个公式，请只保留一行。");
                continue;
            }

            row.Place($"{found.Path}.levels.{column}", "formula");
            row.Put(levels, $"{found.Path}.levels", "formula", column);
        }
    }
}
