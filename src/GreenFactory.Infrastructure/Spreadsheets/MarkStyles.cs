using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>The formats by which cells of a workbook are marked: each is the cell's own with another fill, so that numbers and dates stay what they are.</summary>
internal sealed class MarkStyles
{
    private const string Error = "FFFBDAD8";
    private const string Notice = "FFFFF3D2";

    private readonly CellFormats _formats;
    private readonly uint _error;
    private readonly uint _notice;
    private readonly HashSet<uint> _markFills;
    private readonly Dictionary<(uint Style, uint Fill), uint> _known = [];

    internal MarkStyles(WorkbookPart workbook)
    {
        var part = workbook.WorkbookStylesPart ?? workbook.AddNewPart<WorkbookStylesPart>();
        var sheet = part.Stylesheet ??= WorkbookStyles.Create();
        _formats = sheet.CellFormats ??= new CellFormats(new CellFormat());
        var fills = sheet.Fills ??= new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        _markFills = [.. Existing(fills, Error), .. Existing(fills, Notice)];
        _error = Add(fills, Error);
        _notice = Add(fills, Notice);
        _markFills.UnionWith([_error, _notice]);
        Wrapped = Add(new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true });
    }

    /// <summary>A plain format for sentences.</summary>
    internal uint Wrapped { get; }

    /// <summary>The format of a cell that must be corrected, or of which a person should know.</summary>
    internal uint Marked(uint style, bool isNotice) => WithFill(style, isNotice ? _notice : _error);

    /// <summary>The format of a cell without the mark that an earlier copy gave it.</summary>
    internal uint Unmarked(uint style) => Format(style).FillId?.Value is { } fill && _markFills.Contains(fill) ? WithFill(style, 0) : style;

    private static IEnumerable<uint> Existing(Fills fills, string colour) => fills.Elements<Fill>().Index()
        .Where(fill => fill.Item.PatternFill?.ForegroundColor?.Rgb?.Value == colour).Select(fill => (uint)fill.Index);

    private static uint Add(Fills fills, string colour)
    {
        fills.Append(new Fill(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid }));
        fills.Count = (uint)fills.Elements<Fill>().Count();
        return fills.Count - 1;
    }

    private uint WithFill(uint style, uint fill)
    {
        if (_known.TryGetValue((style, fill), out var known))
            return known;
        var format = (CellFormat)Format(style).CloneNode(deep: true);
        format.FillId = fill;
        format.ApplyFill = true;
        return _known[(style, fill)] = Add(format);
    }

    private CellFormat Format(uint style) => _formats.Elements<CellFormat>().ElementAtOrDefault((int)style) ?? new CellFormat();

    private uint Add(CellFormat format)
    {
        _formats.Append((OpenXmlElement)format);
        _formats.Count = (uint)_formats.Elements<CellFormat>().Count();
        return _formats.Count - 1;
    }
}
