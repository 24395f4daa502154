using GreenFactory.Application.Ports.Spreadsheets;


namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>Whether a workbook has the sheets and headings of the template, so that its cells mean what they seem to mean.</summary>
internal static class WorkbookStructure
{
    /// <summary>Reports what is not as it was exported.</summary>
    /// <returns>The sheets that can be read, in the order of the template.</returns>
    public static IReadOnlyList<(IWorkbookPart Part, SheetSource Sheet)> Check(SpreadsheetResult.Opened opened, WorkbookFindings findings)
    {
        var known = WorkbookParts.All.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        NoteOthers(opened, known, findings);
        var sheets = new List<(IWorkbookPart, SheetSource)>();
        foreach (var part in WorkbookParts.All)
        {
            var found = opened.Sheets.Where(sheet => sheet.Name == part.Name).ToList();
            if (found.Count > 1)
            {
                findings.Add(new CellProblem(part.Name, "", $"有 {found.Count} 个名为“{part.Name}”的工作表，不知道以哪个为准。请只保留一个。"));
            }
            else if (found.Count == 1 && Check(part, found[0], findings) is { } source)
            {
                sheets.Add((part, source));
            }
        }

        return sheets;
    }

    private static SheetSource? Check(IWorkbookPart part, SheetContent sheet, WorkbookFindings findings)
    {
        foreach (var range in sheet.MergedRanges)
        {
            findings.Add(new CellProblem(sheet.Name, range.Split(':')[0], $"{range} 是合并单元格，无法判断内容属于哪一行哪一列。请取消合并，在每个单元格中分别填写。"));
        }

        foreach (var hidden in sheet.Hidden)
        {
            findings.Add(new CellProblem(sheet.Name, "", char.IsAsciiDigit(hidden[0]) ? $"第 {hidden} 行被隐藏，内容仍然读入。" : $"{hidden} 列被隐藏，内容仍然读入。") { IsNotice = true });
        }

        var codes = SheetHeading.Codes(sheet);
        foreach (var twice in codes.Where(code => code.StartsWith(ParameterColumns.Prefix, StringComparison.Ordinal)).GroupBy(code => code).Where(same => same.Count() > 1))
        {
            findings.Add(new CellProblem(sheet.Name, SheetHeading.Address(SheetHeading.Rows, codes.ToList().LastIndexOf(twice.Key) + 1), $"代码“{twice.Key}”出现在两列，请只保留一列。"));
            return null;
        }

        var columns = SheetHeading.Titled(sheet, part.ColumnsFor(codes));
        return SheetHeading.Check(sheet, columns, findings) && sheet.MergedRanges.Count == 0 ? new SheetSource(sheet, columns, findings) : null;
    }

    private static void NoteOthers(SpreadsheetResult.Opened opened, HashSet<string> known, WorkbookFindings findings)
    {
        foreach (var name in opened.Sheets.Select(sheet => sheet.Name).Where(name => !known.Contains(name) && name != RuleSetWorkbook.ProblemSheet))
        {
            findings.Add(new CellProblem(name, "", $"工作表“{name}”不在模板之内，没有读取。如果是改了名的工作表，请改回原名。") { IsNotice = true });
        }

        foreach (var name in opened.UnreadSheets.Where(name => !known.Contains(name) && name != SheetTable.ChoicesName))
        {
            findings.Add(new CellProblem(name, "", $"隐藏的或不是表格的工作表“{name}”没有读取。") { IsNotice = true });
        }
    }
}
