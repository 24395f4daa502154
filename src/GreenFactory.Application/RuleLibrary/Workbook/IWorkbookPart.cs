using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>One sheet of a rule-set workbook: which part of the document it holds, and how.</summary>
internal interface IWorkbookPart
{
    /// <summary>Name of the sheet.</summary>
    string Name { get; }

    /// <summary>The columns when a document is written.</summary>
    IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document);

    /// <summary>The columns when a sheet with these codes in its second row is read.</summary>
    IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes);

    /// <summary>The rows of a document: values by the codes of columns; a column that is not among them stays blank, one without a value shows what that means.</summary>
    IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document);

    /// <summary>Reads a sheet into a document.</summary>
    void Read(SheetSource sheet, RuleDocument document);
}
