using DocumentFormat.OpenXml.Spreadsheet;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Tells which cells hold dates and percentages: a workbook stores them as numbers and only the format shows it.</summary>
internal sealed class NumberFormats
{
    private const int DaysFrom1900To1904 = 1462;

    private readonly HashSet<uint> _dates = [];
    private readonly HashSet<uint> _percents = [];
    private readonly bool _from1904;

    internal NumberFormats(Stylesheet? stylesheet, bool from1904)
    {
        _from1904 = from1904;
        var custom = stylesheet?.NumberingFormats?.Elements<NumberingFormat>().Where(format => format.NumberFormatId is not null).ToList() ?? [];
        var dates = custom.Where(format => FormatCode.IsDate(format.FormatCode?.Value ?? "")).Select(format => format.NumberFormatId!.Value).ToHashSet();
        var percents = custom.Where(format => FormatCode.IsPercent(format.FormatCode?.Value ?? "")).Select(format => format.NumberFormatId!.Value).ToHashSet();
        uint index = 0;
        foreach (var style in stylesheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var format = style.NumberFormatId?.Value ?? 0;
            if (IsBuiltInDate(format) || dates.Contains(format))
                _dates.Add(index);
            else if (format is 9 or 10 || percents.Contains(format))
                _percents.Add(index);
            index++;
        }
    }

    /// <summary>Whether a style shows a hundred times the number, with a percent sign.</summary>
    internal bool IsPercent(uint style) => _percents.Contains(style);

    /// <summary>The moment that a number means in a style; null when the style shows no date or the number is none.</summary>
    internal DateTime? Show(double number, uint style)
    {
        if (!_dates.Contains(style))
            return null;
        var day = number + (_from1904 ? DaysFrom1900To1904 : 0);
        return day is >= 1 and < 2_958_466 ? DateTime.FromOADate(day) : null;
    }

    // ECMA-376 part 1, 18.8.30: 14-17 and 22 everywhere, 27-31, 36 and 50-58 in Chinese workbooks.
    private static bool IsBuiltInDate(uint format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58);
}
