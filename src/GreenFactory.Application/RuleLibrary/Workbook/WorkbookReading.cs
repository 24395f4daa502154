using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Scoring;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>A rule set as far as a workbook could be read.</summary>
/// <param name="Document">The document, full or overlay; null when the workbook must be corrected first.</param>
/// <param name="GoldenCases">The golden cases as a JSON array.</param>
/// <param name="Problems">What must be corrected, and notices about what was made of a cell.</param>
public sealed record WorkbookReading(string? Document, string GoldenCases, IReadOnlyList<CellProblem> Problems)
{
    /// <summary>Whether the file is a workbook at all, so that a marked copy can be made.</summary>
    public bool IsWorkbook { get; init; } = true;

    /// <summary>Cells by the paths of the document and of the cases.</summary>
    internal IReadOnlyDictionary<string, (string Sheet, string Address)> Places { get; init; } = new Dictionary<string, (string Sheet, string Address)>();

    /// <summary>A finding about the document at the cell from which it comes; without a cell when it concerns the set as a whole or the parent.</summary>
    public CellProblem Locate(Problem problem)
    {
        var isNotice = problem.Severity is Severity.Warning;
        for (var at = problem.Path; at.Length > 1; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (Places.TryGetValue(at, out var place))
            {
                return new CellProblem(place.Sheet, place.Address, problem.Message) { IsNotice = isNotice };
            }
        }

        var sheet = problem.Code.StartsWith("golden.", StringComparison.Ordinal) ? "用例" : "";
        return new CellProblem(sheet, "", problem.Message) { IsNotice = isNotice };
    }
}
