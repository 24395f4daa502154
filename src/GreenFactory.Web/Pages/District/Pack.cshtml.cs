using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District;

/// <summary>The receipt of a sealed pack, to be printed, and the same as a workbook.</summary>
public sealed class PackModel(DistrictPackReader packs, ISpreadsheetWriter writer) : DeskPage
{
    /// <summary>The pack.</summary>
    public SealedPack Pack { get; private set; } = null!;

    /// <summary>Shows the receipt.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await packs.ReadAsync(new DistrictPackId(id), cancellation) is not { } pack)
        {
            return NotFound();
        }

        Pack = pack;
        return Page();
    }

    /// <summary>The same as a workbook, as it was sealed.</summary>
    public async Task<IActionResult> OnGetExcelAsync(Guid id, CancellationToken cancellation) =>
        await packs.ReadAsync(new DistrictPackId(id), cancellation) is { } pack
            ? File(writer.Write(PackSheet.Of(pack.Content)), WorkbookFile.MediaType, $"推荐汇总表 {pack.Content.ReceiptNumber}.xlsx")
            : NotFound();
}
