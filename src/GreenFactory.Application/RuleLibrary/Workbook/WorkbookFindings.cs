using GreenFactory.Application.Ports.Spreadsheets;


namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>What is found while a workbook is read: problems, and the places of the parts of the document.</summary>
internal sealed class WorkbookFindings(IEnumerable<CellProblem> found)
{
    private readonly List<CellProblem> _problems = [.. found];
    private readonly HashSet<(string Sheet, string Address)> _unreadable = [.. found.Select(problem => (problem.Sheet, problem.Address))];

    /// <summary>Everything found so far.</summary>
    public IReadOnlyList<CellProblem> Problems => _problems;

    /// <summary>Whether something must be corrected.</summary>
    public bool HasErrors => _problems.Any(problem => !problem.IsNotice);

    /// <summary>Cells by the paths of the document, such as <c>$.gates[0].title</c>.</summary>
    public Dictionary<string, (string Sheet, string Address)> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a finding.</summary>
    public void Add(CellProblem problem) => _problems.Add(problem);

    /// <summary>Whether the file reader could not take a cell.</summary>
    public bool Has(string sheet, string address) => _unreadable.Contains((sheet, address));
}
