using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>What must come out of the golden cases: one row for each indicator.</summary>
internal sealed class ExpectationPart : IWorkbookPart
{
    private static readonly WorkbookColumn[] Columns =
    [
        CasePart.NumberColumn(),
        new("indicator", "指标代码", ColumnType.Text, 28) { IsRequired = true },
        new("score", "应得分", ColumnType.Text, 12) { Hint = "照写小数位数，例如 4.50；不比对时留空" },
        new("state", "状态", ColumnType.Word, 12) { Words = WorkbookWords.States },
        new("value", "指标值", ColumnType.Text, 16) { Hint = "按所写的小数位数比对" },
    ];

    /// <inheritdoc/>
    public string Name => "用例预期";

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => Columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => Columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document) =>
        from golden in document.Cases.Index()
        from expected in golden.Item!["indicators"] as JsonObject ?? []
        select new Dictionary<string, JsonNode?>
        {
            [CasePart.Number] = SheetSource.Digits(golden.Index + 1),
            ["indicator"] = expected.Key,
            ["score"] = expected.Value?["score"],
            ["state"] = expected.Value?["state"],
            ["value"] = expected.Value?["value"],
        };

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        foreach (var row in sheet.Rows)
        {
            var golden = CasePart.CaseOf(row, document);
            var code = row.Text("indicator");
            if (golden is null || code.Length == 0)
            {
                continue;
            }

            var indicators = golden.Item["indicators"]!.AsObject();
            var expected = new JsonObject();
            var path = $"{golden.Path}.indicators.{code}";
            row.Place(path, "indicator");
            if (!indicators.TryAdd(code, expected))
            {
                row.Report("indicator", $"指标“{code}”在同一个用例里出现了两次，请只保留一行。");
                continue;
            }

            foreach (var field in (string[])["score", "state", "value"])
            {
                row.Put(expected, path, field);
            }
        }
    }
}
