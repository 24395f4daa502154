using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>A list whose items are rows: every column is a field.</summary>
/// <param name="name">Name of the sheet.</param>
/// <param name="member">Name of the list in the document.</param>
/// <param name="fields">The columns; the first is the one by which a row is known.</param>
internal sealed class ListPart(string name, string member, params WorkbookColumn[] fields) : IWorkbookPart
{
    private readonly bool _hasCode = fields[0].Code == "code";

    private readonly WorkbookColumn[] _columns = fields[0].Code == "code" ? [RowOperation.Column, .. fields] : fields;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => _columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => _columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document)
    {
        foreach (var (operation, item) in document.Items(member))
        {
            var row = fields.ToDictionary(field => field.Code, field => item[field.Code]);
            row[RowOperation.Column.Code] = operation;
            yield return row;
        }
    }

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        foreach (var row in sheet.Rows)
        {
            string? operation = null;
            if (_hasCode && !RowOperation.TryTake(row, document, out operation))
            {
                continue;
            }

            var item = new JsonObject();
            var path = document.Append(member, operation, item);
            row.Place($"$.{member}", fields[0].Code);
            row.Place(path, fields[0].Code);
            foreach (var field in fields)
            {
                row.Put(item, path, field.Code);
            }

            var code = CellWriting.Plain(item["code"]);
            if (_hasCode && code.Length > 0 && !document.Remember(member, "", code, item, path))
            {
                row.Report("code", $"代码“{code}”在这个工作表里出现了两次，请改成不同的代码或只保留一行。");
            }
        }
    }
}
