using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Application.RuleLibrary.Workbook;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Gives a rule set, with its golden cases, as a workbook that can be edited and imported again.</summary>
public sealed class ExportRuleSetHandler(RuleSetVersionQuery query, ISpreadsheetWriter writer)
{
    /// <summary>The workbook of a version of the library.</summary>
    public async Task<Result<byte[]>> HandleAsync(RuleSetVersionId id, CancellationToken cancellation) =>
        await query.FindAsync(id, cancellation) is { } row ? Write(row.Document, row.GoldenCases, writer) : Audit.ProcessErrors.NotFound;

    /// <summary>The workbook of a document, full or overlay, and its golden cases.</summary>
    public static Result<byte[]> Write(string document, string goldenCases, ISpreadsheetWriter writer)
    {
        var tables = RuleSetWorkbook.Tables(document, goldenCases);
        return tables.Succeeded ? writer.Write(tables.Value) : Result<byte[]>.Failure(tables.Errors);
    }
}
