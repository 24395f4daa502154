using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The golden cases: one row each; their answers and expected outcomes stand in sheets of their own.</summary>
internal sealed class CasePart : IWorkbookPart
{
    /// <summary>The column that numbers the cases.</summary>
    public const string Number = "case";

    private static readonly WorkbookColumn[] Columns =
    [
        NumberColumn(),
        new("title", "用例名称", ColumnType.Text, 60) { IsRequired = true },
        new("ruleSet", "规则集代码", ColumnType.Text, 24) { IsRequired = true },
        new("asOf", "评价日期", ColumnType.Date, 12) { IsRequired = true },
        new("total", "应得总分", ColumnType.Text, 12) { Hint = "照写小数位数，例如 4.50；不比对总分时留空" },
        new("note", "手算过程", ColumnType.Text, 70),
    ];

    /// <inheritdoc/>
    public string Name => "用例";

    /// <summary>The column by which rows of the other sheets name their case.</summary>
    public static WorkbookColumn NumberColumn() => new(Number, "用例号", ColumnType.Number, 8) { IsRequired = true };

    /// <summary>The case that a row names; null when there is none, which is then reported.</summary>
    public static RuleDocument.Entry? CaseOf(SheetRow row, RuleDocument document)
    {
        if (row.Text(Number) is not { Length: > 0 } number)
        {
            return null;
        }

        var found = document.Find("cases", "", number);
        if (found is null)
        {
            row.Report(Number, $"“用例”工作表里没有第 {number} 号用例。请核对用例号，或先补上用例。");
        }

        return found;
    }

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => Columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => Columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document) => document.Cases.Select((golden, index) =>
    {
        var row = Columns.Skip(1).ToDictionary(column => column.Code, column => golden![column.Code]);
        row[Number] = SheetSource.Digits(index + 1);
        return row;
    });

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        foreach (var row in sheet.Rows)
        {
            var number = row.Text(Number);
            var golden = new JsonObject { ["facts"] = new JsonObject(), ["indicators"] = new JsonObject() };
            var path = $"$[{SheetSource.Digits(document.Cases.Count)}]";
            document.Cases.Add(golden);
            row.Place(path, "title");
            foreach (var column in Columns.Skip(1))
            {
                row.Put(golden, path, column.Code);
            }

            if (number.Length > 0 && !document.Remember("cases", "", number, golden, path))
            {
                row.Report(Number, $"用例号 {number} 出现了两次，请改成不同的号。");
            }
        }
    }
}
