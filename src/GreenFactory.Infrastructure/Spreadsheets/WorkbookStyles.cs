using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>The cell formats of a written workbook.</summary>
internal static class WorkbookStyles
{
    internal const uint Header = 1;
    private const uint FirstBody = 2;
    private const uint General = 0;
    private const uint TextFormat = 49;
    private static readonly CellMark[] Marks = [CellMark.None, CellMark.Warning, CellMark.Error];

    /// <summary>The format of a body cell.</summary>
    internal static uint Body(bool isNumeric, bool isEditable, CellMark mark) =>
        FirstBody + ((uint)mark * 4) + (isNumeric ? 2u : 0u) + (isEditable ? 1u : 0u);

    internal static Stylesheet Create() => new(
        new Fonts(Font(bold: false, "FF1F2A24"), Font(bold: true, "FFFFFFFF")),
        new Fills(Pattern(PatternValues.None), Pattern(PatternValues.Gray125), Solid("FF1F6B4A"), Solid("FFF2F4F3"), Solid("FFFFF3D1"), Solid("FFFBDAD7")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats([new CellFormat(), HeaderFormat(), .. Marks.SelectMany(BodyFormats)]));

    private static IEnumerable<CellFormat> BodyFormats(CellMark mark)
    {
        foreach (var isNumeric in (bool[])[false, true])
        {
            foreach (var isEditable in (bool[])[false, true])
                yield return BodyFormat(isNumeric, isEditable, mark);
        }
    }

    private static CellFormat BodyFormat(bool isNumeric, bool isEditable, CellMark mark) => new(
        new Alignment
        {
            Horizontal = isNumeric ? HorizontalAlignmentValues.Right : HorizontalAlignmentValues.Left,
            Vertical = VerticalAlignmentValues.Top,
            WrapText = true,
        },
        new Protection { Locked = !isEditable })
    {
        NumberFormatId = isNumeric ? General : TextFormat,
        ApplyNumberFormat = true,
        FontId = 0,
        FillId = mark switch
        {
            CellMark.Warning => 4,
            CellMark.Error => 5,
            _ => isEditable ? 0u : 3u,
        },
        ApplyFill = true,
        BorderId = 1,
        ApplyBorder = true,
        ApplyAlignment = true,
        ApplyProtection = true,
    };

    private static CellFormat HeaderFormat() => new(
        new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true },
        new Protection { Locked = true })
    {
        FontId = 1,
        ApplyFont = true,
        FillId = 2,
        ApplyFill = true,
        BorderId = 1,
        ApplyBorder = true,
        ApplyAlignment = true,
        ApplyProtection = true,
    };

    private static Font Font(bool bold, string colour)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 11 }, new Color { Rgb = colour }, new FontName { Val = "Microsoft YaHei" });
        return font;
    }

    private static Fill Pattern(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static Border Thin() => new(
        new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
        new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
        new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
        new BottomBorder(Grey()) { Style = BorderStyleValues.Thin });

    private static Color Grey() => new() { Rgb = "FFC9D1CC" };
}
