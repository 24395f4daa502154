using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Tells which cells hold dates: a workbook stores them as numbers and only the format shows it.</summary>
internal sealed class DateFormats
{
    private const int DaysFrom1900To1904 = 1462;

    private readonly HashSet<uint> _styles = [];
    private readonly bool _from1904;

    internal DateFormats(Stylesheet? stylesheet, bool from1904)
    {
        _from1904 = from1904;
        var custom = stylesheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.NumberFormatId is not null && IsDate(format.FormatCode?.Value ?? ""))
            .Select(format => format.NumberFormatId!.Value)
            .ToHashSet() ?? [];
        uint index = 0;
        foreach (var style in stylesheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var format = style.NumberFormatId?.Value ?? 0;
            if (IsBuiltInDate(format) || custom.Contains(format))
                _styles.Add(index);
            index++;
        }
    }

    /// <summary>The date that a number means in a style, as yyyy-MM-dd; null when the style shows no date or the number is none.</summary>
    internal string? Show(double number, uint style)
    {
        if (!_styles.Contains(style))
            return null;
        var day = number + (_from1904 ? DaysFrom1900To1904 : 0);
        return day is >= 1 and < 2_958_466
            ? DateTime.FromOADate(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    // ECMA-376 part 1, 18.8.30: 14-17 and 22 everywhere, 27-31, 36 and 50-58 in Chinese workbooks.
    private static bool IsBuiltInDate(uint format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58);

    private static bool IsDate(string code)
    {
        var quoted = false;
        var bracketed = false;
        foreach (var c in code)
        {
            quoted ^= c == '"';
            bracketed = c == '[' || (bracketed && c != ']');
            if (!quoted && !bracketed && c is 'y' or 'Y' or 'd' or 'D')
                return true;
        }

        return false;
    }
}
