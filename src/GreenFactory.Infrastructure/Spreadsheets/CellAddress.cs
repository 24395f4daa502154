using System.Globalization;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>A cell's place, rows and columns from 1, written as in <c>C7</c>.</summary>
internal readonly record struct CellAddress(int Row, int Column)
{
    private const int Letters = 26;

    /// <summary>The column's letters.</summary>
    internal static string ColumnName(int column) =>
        column > Letters ? ColumnName((column - 1) / Letters) + (char)('A' + ((column - 1) % Letters)) : ((char)('A' + column - 1)).ToString();

    /// <summary>Reads an address; false for anything else.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        address = default;
        var column = 0;
        var length = 0;
        while (length < text.Length && length < 3 && char.IsAsciiLetterUpper(text[length]))
            column = (column * Letters) + text[length++] - 'A' + 1;
        if (length == 0 || !int.TryParse(text[length..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row == 0)
            return false;
        address = new CellAddress(row, column);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row}");
}
