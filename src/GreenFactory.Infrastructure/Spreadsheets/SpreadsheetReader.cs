using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Evidence.Inspection;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Reads workbooks with the Open XML SDK, part by part.</summary>
public sealed class SpreadsheetReader : ISpreadsheetReader
{
    /// <inheritdoc />
    public SpreadsheetResult Read(Stream content, string fileName, SpreadsheetLimits limits, params IReadOnlyList<string> requiredSheets)
    {
        switch (FileInspection.Inspect(content, fileName, limits.File))
        {
            case InspectionResult.Refused { Refusal.Code: not FileRefusals.Macros } refused when IsOther(refused.Refusal, fileName):
                return NoWorkbook(refused.Refusal.Code, fileName);
            case InspectionResult.Refused refused:
                return new SpreadsheetResult.Refused(refused.Refusal);
            case InspectionResult.Accepted { Kind: not FileKind.Xlsx }:
                return NoWorkbook(FileRefusals.TypeNotAccepted, fileName);
        }

        try
        {
            using var document = SpreadsheetDocument.Open(content, isEditable: false);
            return document.DocumentType == SpreadsheetDocumentType.Workbook
                ? Read(document, limits, requiredSheets)
                : new SpreadsheetResult.Refused(new FileRefusal(FileRefusals.Macros, "工作簿是启用宏的类型或模板，为安全起见不予接收。请另存为「Excel 工作簿（.xlsx）」后重新上传。"));
        }
        catch (TooManyCellsException e)
        {
            return new SpreadsheetResult.Refused(new FileRefusal(FileRefusals.TooManyCells, e.Message));
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or InvalidDataException or FormatException or OverflowException or KeyNotFoundException or ArgumentException)
        {
            return new SpreadsheetResult.Refused(new FileRefusal(
                FileRefusals.Damaged, "工作簿已损坏，无法读取。请用 Excel 或 WPS 打开，另存为新的 .xlsx 后重新上传。"));
        }
    }

    private static bool IsOther(FileRefusal refusal, string fileName) =>
        refusal.Code is FileRefusals.TypeNotAccepted or FileRefusals.ContentDiffers || FileKinds.FromExtension(Path.GetExtension(fileName)) is not FileKind.Xlsx;

    /// <summary>What evidence may be is no help to somebody who fills in a workbook.</summary>
    private static SpreadsheetResult.Refused NoWorkbook(string code, string fileName) => new(new FileRefusal(
        code, $"“{FileName.Sanitise(fileName)}”不是 Excel 工作簿，这里只能导入 .xlsx。请在下载的表格中填写；用其他格式保存的，请用 Excel 或 WPS 打开，“另存为”Excel 工作簿（.xlsx）后重新上传。"));

    private static SpreadsheetResult.Opened Read(SpreadsheetDocument document, SpreadsheetLimits limits, IReadOnlyList<string> requiredSheets)
    {
        if (document.WorkbookPart is not { Workbook: { } workbook } part)
            throw new InvalidDataException("The package has no workbook.");
        var problems = new List<CellProblem>();
        var budget = new CellBudget(limits);
        var texts = new SharedTexts(part.SharedStringTablePart, budget);
        var formats = new NumberFormats(part.WorkbookStylesPart?.Stylesheet, workbook.WorkbookProperties?.Date1904?.Value ?? false);
        var sheets = new List<SheetContent>();
        var unread = new List<string>();
        foreach (var sheet in workbook.Sheets?.Elements<Sheet>() ?? [])
        {
            var visible = sheet.State is null || sheet.State.Value == SheetStateValues.Visible;
            if (visible && sheet.Id?.Value is { } id && part.GetPartById(id) is WorksheetPart worksheet)
                sheets.Add(new SheetReading(sheet.Name?.Value ?? "", new CellReading(texts, formats), budget, problems).Read(worksheet));
            else
                unread.Add(sheet.Name?.Value ?? "");
        }

        problems.AddRange(Missing(requiredSheets, sheets, unread));
        return new SpreadsheetResult.Opened(sheets, Shorten(problems, limits.MaxProblems)) { UnreadSheets = unread };
    }

    private static IEnumerable<CellProblem> Missing(IReadOnlyList<string> required, List<SheetContent> sheets, List<string> unread)
    {
        var present = string.Join("、", sheets.Select(sheet => $"「{sheet.Name}」"));
        return required
            .Where(name => sheets.All(sheet => sheet.Name != name))
            .Select(name => new CellProblem(name, "", unread.Contains(name)
                ? $"工作表「{name}」被隐藏，没有读取。请在任一工作表标签上点右键「取消隐藏」后重新上传。"
                : $"缺少工作表「{name}」，文件中现有：{present}。请使用下载的模板填写，不要改动工作表名称。"));
    }

    private static List<CellProblem> Shorten(List<CellProblem> problems, int most)
    {
        if (problems.Count <= most)
            return problems;
        var rest = problems.Count - most;
        return [.. problems.Take(most), new CellProblem("", "", $"另有 {rest} 处类似问题未逐一列出，请先改正以上各处后重新上传。")];
    }
}
