using GreenFactory.Application.Ports.Spreadsheets;


namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>What is left of a workbook's limits while it is read.</summary>
internal sealed class CellBudget(SpreadsheetLimits limits)
{
    private const int CharactersPerCell = 100;

    private long _cells;
    private long _characters;

    /// <summary>Takes a cell with a value into account.</summary>
    /// <exception cref="TooManyCellsException">It is one too many, or lies too far out.</exception>
    internal void Take(string sheet, CellAddress address)
    {
        if (address.Row > limits.MaxRows)
            throw new TooManyCellsException($"工作表「{sheet}」的内容到了第 {address.Row} 行，上限为 {limits.MaxRows} 行。请删除多余内容或分成几个文件。");
        if (address.Column > limits.MaxColumns)
            throw new TooManyCellsException($"工作表「{sheet}」的 {address} 单元格超出了 {limits.MaxColumns} 列的上限。请删除多余的列。");
        if (++_cells > limits.MaxCells)
            throw new TooManyCellsException($"工作簿有内容的单元格超过 {limits.MaxCells} 个的上限。请删除多余内容或分成几个文件。");
    }

    /// <summary>Takes a text of the shared table into account.</summary>
    /// <exception cref="TooManyCellsException">The texts are too long in all.</exception>
    internal void TakeText(string text)
    {
        _characters += text.Length;
        if (_characters > (long)limits.MaxCells * CharactersPerCell)
            throw new TooManyCellsException($"工作簿中的文字超过 {(long)limits.MaxCells * CharactersPerCell} 字的上限。请删除多余内容或分成几个文件。");
    }
}
