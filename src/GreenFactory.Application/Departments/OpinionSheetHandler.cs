using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Departments;

/// <summary>A dry run of an uploaded sheet.</summary>
/// <param name="Report">What it says.</param>
/// <param name="MarkedCopy">The very file that came, with every row as it was and its problems marked; null when there are none.</param>
public sealed record OpinionSheetDryRun(OpinionSheetReport Report, byte[]? MarkedCopy);

/// <summary>Answers many questions by one workbook: download, fill in, dry run, confirm.</summary>
public sealed class OpinionSheetHandler(OpinionListQuery list, GiveOpinionHandler give, ISpreadsheetReader reader, ISpreadsheetWriter writer, IWorkbookMarker marker)
{
    /// <summary>The open questions of a campaign as a workbook.</summary>
    public async Task<byte[]> DownloadAsync(CampaignId campaign, CancellationToken cancellation) => writer.Write([OpinionSheet.Table(
        (await list.OfCampaignAsync(campaign, cancellation)).Where(row => row.IsOpen && row.State is not OpinionState.Given))]);

    /// <summary>Reads an uploaded workbook and says, cell by cell, what would happen. Nothing is stored. Its cases may be of any campaign.</summary>
    public async Task<Result<OpinionSheetDryRun>> TryAsync(MemoryStream content, string fileName, CancellationToken cancellation)
    {
        switch (reader.Read(content, fileName, SpreadsheetLimits.Default, OpinionSheet.Name))
        {
            case SpreadsheetResult.Refused refused:
                return new Error(refused.Refusal.Code, refused.Refusal.Message, "Sheet");
            case SpreadsheetResult.Opened { Sheets: var sheets } opened when sheets.FirstOrDefault(sheet => sheet.Name == OpinionSheet.Name) is { } sheet:
                var report = OpinionSheet.Check(sheet, await list.OfCasesAsync(OpinionSheet.CaseNumbers(sheet), cancellation), opened.Problems);
                return new OpinionSheetDryRun(report, report.Problems.Count > 0 ? marker.Mark(content.ToArray(), report.Problems, OpinionSheet.Marks) : null);
            default:
                return new Error("sheet.missing", $"文件中没有名为“{OpinionSheet.Name}”的工作表，请使用下载的表格填写。", "Sheet");
        }
    }

    /// <summary>Stores what the dry run showed, each answer in a process of its own.</summary>
    /// <returns>The rows with their outcome.</returns>
    public async Task<IReadOnlyList<(string CaseNumber, Result Outcome)>> ConfirmAsync(IReadOnlyList<(DepartmentOpinionId Id, string CaseNumber, OpinionKind Kind, string Text)> rows, CancellationToken cancellation)
    {
        var outcomes = new List<(string, Result)>();
        foreach (var (id, number, kind, text) in rows)
        {
            outcomes.Add((number, await give.HandleAsync(new GiveOpinion(id, kind, text), cancellation)));
        }

        return outcomes;
    }
}
