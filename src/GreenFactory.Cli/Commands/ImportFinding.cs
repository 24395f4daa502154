using System.Text.Json.Nodes;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Application.RuleLibrary.Workbook;
using GreenFactory.Scoring;

namespace GreenFactory.Cli.Commands;

/// <summary>Something found while a file is imported.</summary>
/// <param name="Line">The line for stderr: file, cell or line, and sentence.</param>
/// <param name="Code">A stable name of the reason.</param>
/// <param name="Path">The place in the document; empty for a finding about a cell alone.</param>
/// <param name="Cell">The cell.</param>
internal sealed record ImportFinding(string Line, string Code, string Path, CellProblem Cell)
{
    public bool IsNotice => Cell.IsNotice;

    public static ImportFinding Of(string file, Problem problem, WorkbookReading? source)
    {
        var notice = problem.Severity is Severity.Warning ? "notice: " : "";
        if (source is not null)
        {
            var cell = source.Locate(problem);
            return new ImportFinding($"{file}:{(cell.Place.Length > 0 ? cell.Place : problem.Path)}: {notice}{problem.Message}", problem.Code, problem.Path, cell);
        }

        var plain = new CellProblem("", "", problem.Message) { IsNotice = problem.Severity is Severity.Warning };
        return new ImportFinding($"{file}:{Math.Max(1, problem.Line)}: {problem.Path}: {notice}{problem.Message}", problem.Code, problem.Path, plain);
    }

    public static ImportFinding Of(string file, CellProblem cell)
    {
        var place = cell.Place.Length > 0 ? cell.Place : "$";
        return new ImportFinding($"{file}:{place}: {(cell.IsNotice ? "notice: " : "")}{cell.Message}", "workbook.cell", "", cell);
    }

    public JsonObject ToJson() => new()
    {
        ["code"] = Code,
        ["path"] = Path,
        ["sheet"] = Cell.Sheet,
        ["cell"] = Cell.Address,
        ["severity"] = IsNotice ? "warning" : "error",
        ["message"] = Cell.Message,
    };
}
