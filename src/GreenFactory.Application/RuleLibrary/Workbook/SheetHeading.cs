using System.Globalization;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The two heading rows of a sheet: Chinese titles, and below them the codes by which programs know the columns.</summary>
internal static class SheetHeading
{
    /// <summary>How many rows the heading takes.</summary>
    public const int Rows = 2;

    /// <summary>Code of the column that a marked copy adds; it is never read.</summary>
    public const string ProblemCode = "#problem";

    /// <summary>Codes of the second row, in the order of the columns.</summary>
    public static IReadOnlyList<string> Codes(SheetContent sheet)
    {
        var row = sheet.Rows.FirstOrDefault(row => row.Number == Rows);
        return row is null ? [] : [.. Enumerable.Range(1, row.Cells.Max(cell => cell.Column)).Select(column => row.At(column)?.Text ?? "")];
    }

    /// <summary>The columns with the value columns called as the sheet calls them, so that a message names what the person sees.</summary>
    public static IReadOnlyList<WorkbookColumn> Titled(SheetContent sheet, IReadOnlyList<WorkbookColumn> columns)
    {
        var titles = sheet.Rows.FirstOrDefault(row => row.Number == 1);
        return
        [
            .. columns.Select((column, index) => column.Code.StartsWith(ParameterColumns.Prefix, StringComparison.Ordinal) && titles?.At(index + 1)?.Text is { Length: > 0 } title
                ? column with { Title = title }
                : column),
        ];
    }

    /// <summary>Refuses a heading that is not as it was exported: moved, renamed and missing columns would put values into wrong fields.</summary>
    /// <returns>Whether the sheet can be read.</returns>
    public static bool Check(SheetContent sheet, IReadOnlyList<WorkbookColumn> columns, WorkbookFindings findings)
    {
        var codes = Codes(sheet);
        var titles = sheet.Rows.FirstOrDefault(row => row.Number == 1);
        var isSound = true;
        for (var index = 0; index < columns.Count; index++)
        {
            var column = columns[index];
            var code = index < codes.Count ? codes[index] : "";
            var title = titles?.At(index + 1)?.Text ?? "";
            if (code != column.Code)
            {
                isSound = false;
                var elsewhere = codes.ToList().IndexOf(column.Code);
                findings.Add(new CellProblem(sheet.Name, Address(Rows, index + 1), elsewhere >= 0
                    ? $"这里应当是“{column.Title}”列（第 2 行为 {column.Code}），它却在 {Letters(elsewhere + 1)} 列。请不要移动、增加或删除列，改回导出时的顺序。"
                    : $"这里应当是“{column.Title}”列，第 2 行应为 {column.Code}，现为“{code}”。请改回导出时的标题和代码。"));
            }
            else if (title != column.Title && !column.Code.StartsWith(ParameterColumns.Prefix, StringComparison.Ordinal))
            {
                isSound = false;
                findings.Add(new CellProblem(sheet.Name, Address(1, index + 1), $"标题应为“{column.Title}”，现为“{title}”。请改回导出时的标题；列的含义由模板规定。"));
            }
        }

        NoteOutside(sheet, columns.Count, codes, findings);
        return isSound;
    }

    /// <summary>A cell's place, as in <c>C7</c>.</summary>
    public static string Address(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    private static void NoteOutside(SheetContent sheet, int last, IReadOnlyList<string> codes, WorkbookFindings findings)
    {
        foreach (var column in sheet.Rows.SelectMany(row => row.Cells).Where(cell => cell.Column > last).GroupBy(cell => cell.Column))
        {
            if (column.Key > codes.Count || codes[column.Key - 1] != ProblemCode)
            {
                findings.Add(new CellProblem(sheet.Name, column.First().Address, $"{Letters(column.Key)} 列在模板之外，没有读取。") { IsNotice = true });
            }
        }
    }

    private static string Letters(int column) => column > 26 ? Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26)) : ((char)('A' + column - 1)).ToString();
}
