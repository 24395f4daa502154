using System.Text.Json.Nodes;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>Rule sets as workbooks: written from a document and its golden cases, and read back into them without loss.</summary>
public static class RuleSetWorkbook
{
    private const int SpareRows = 500;

    /// <summary>The sheet that a marked copy adds; it is never read.</summary>
    public const string ProblemSheet = "问题";

    /// <summary>How much of a workbook is read at most: 10 MB, 20,000 rows, 200 columns, 600,000 cells.</summary>
    public static SpreadsheetLimits Limits { get; } = new(SpreadsheetLimits.Default.File, 20_000, 200, 600_000) { MaxProblems = 2_000 };

    /// <summary>Names of the sheets in their order.</summary>
    public static IReadOnlyList<string> SheetNames { get; } = [.. WorkbookParts.All.Select(part => part.Name)];

    /// <summary>The sheets of a document, full or overlay, and of its golden cases.</summary>
    public static Result<IReadOnlyList<SheetTable>> Tables(string document, string goldenCases)
    {
        var problems = Unreadable(document).Concat(GoldenCaseFile.Read(goldenCases).Problems).ToList();
        if (problems.Count > 0)
        {
            return new Error("rule_set.export", $"规则集或用例有错误，不能导出为 Excel：{problems[0].Path} {problems[0].Message}");
        }

        var source = new RuleDocument(JsonNode.Parse(document)!.AsObject(), JsonNode.Parse(goldenCases)!.AsArray());
        try
        {
            return WorkbookParts.All.Select(part => Table(part, source)).ToList();
        }
        catch (CellTooLongException e)
        {
            return new Error("rule_set.export", e.Message);
        }
    }

    /// <summary>Reads the sheets of a workbook. Every value is taken to the letter or reported with its cell; nothing is skipped in silence.</summary>
    public static WorkbookReading Read(SpreadsheetResult.Opened opened)
    {
        var findings = new WorkbookFindings(opened.Problems);
        var document = new RuleDocument([], []);
        var sheets = WorkbookStructure.Check(opened, findings);
        if (sheets.Count == WorkbookParts.All.Count)
        {
            foreach (var (part, sheet) in sheets)
            {
                part.Read(sheet, document);
            }
        }

        return new WorkbookReading(
            findings.HasErrors ? null : CanonicalJson.Canonicalise(document.Root.ToJsonString()),
            CanonicalJson.Canonicalise(document.Cases.ToJsonString()),
            findings.Problems)
        {
            Places = findings.Places,
        };
    }

    private static IReadOnlyList<Problem> Unreadable(string document)
    {
        var overlay = RuleSetOverlayReader.Read(document);
        return overlay.Problems.Any(problem => problem.Code == "ruleset.format") ? RuleSetReader.Read(document).Problems : overlay.Problems;
    }

    private static SheetTable Table(IWorkbookPart part, RuleDocument document)
    {
        var columns = part.ColumnsFor(document);
        return new SheetTable(
            part.Name,
            [.. columns.Select(column => column.ForWriting())],
            [.. part.Write(document).Select(row => (IReadOnlyList<SheetCell>)[.. columns.Select(column => row.TryGetValue(column.Code, out var value) ? CellWriting.Write(column, value) : SheetCell.Empty)])])
        {
            IsOpen = true,
            SpareRows = SpareRows,
        };
    }
}
