using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Turns a table into the elements of a sheet.</summary>
internal sealed class TableSheet(SheetTable table, ChoiceSheet choices)
{
    private const int MaxHintLength = 255;

    internal IReadOnlyList<(CellAddress Address, string Text)> Comments { get; } =
    [
        .. from row in Enumerable.Range(0, table.Rows.Count)
           from column in Enumerable.Range(0, table.Columns.Count)
           let comment = table.Rows[row][column].Comment
           where comment.Length > 0
           select (new CellAddress(HeaderRows(table) + 1 + row, column + 1), comment),
    ];

    private int Header => HeaderRows(table);

    private int LastRow => Header + table.Rows.Count + table.SpareRows;

    /// <summary>The sheet's elements in the order the format demands.</summary>
    internal IEnumerable<OpenXmlElement> Elements()
    {
        yield return new SheetViews(new SheetView(
            new Pane { VerticalSplit = Header, TopLeftCell = new CellAddress(Header + 1, 1).ToString(), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        });
        yield return new Columns(table.Columns.Select(Width));
        yield return Data();
        if (!table.IsOpen)
            yield return new SheetProtection { Sheet = true, FormatColumns = false, FormatRows = false };
        var rules = Rules().ToList();
        if (rules.Count > 0)
            yield return new DataValidations(rules) { Count = (uint)rules.Count };
        yield return new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape };
    }

    private static int HeaderRows(SheetTable table) => table.Columns.Any(column => column.Code.Length > 0) ? 2 : 1;

    // The style of an open table's column is that of the cells which people add below.
    private Column Width(SheetColumn column, int index) => new()
    {
        Min = (uint)index + 1,
        Max = (uint)index + 1,
        Width = column.Width,
        CustomWidth = true,
        Style = table.IsOpen ? WorkbookStyles.Body(column.IsNumeric, column.IsEditable, CellMark.None) : null,
    };

    private SheetData Data()
    {
        var data = new SheetData();
        data.Append(new Row(table.Columns.Select((column, index) => TextCell(new CellAddress(1, index + 1), column.Title, WorkbookStyles.Header)))
        {
            RowIndex = 1,
            Height = 28,
            CustomHeight = true,
        });
        if (Header == 2)
        {
            var plain = WorkbookStyles.Body(isNumeric: false, isEditable: false, CellMark.None);
            data.Append(new Row(table.Columns.Select((column, index) => TextCell(new CellAddress(2, index + 1), column.Code, plain))) { RowIndex = 2 });
        }

        var last = table.IsOpen ? Header + table.Rows.Count : LastRow;
        for (var row = Header + 1; row <= last; row++)
        {
            var cells = row - Header <= table.Rows.Count ? table.Rows[row - Header - 1] : null;
            data.Append(new Row(table.Columns.Select((column, index) => Body(new CellAddress(row, index + 1), column, cells?[index] ?? SheetCell.Empty)))
            {
                RowIndex = (uint)row,
            });
        }

        return data;
    }

    private static Cell Body(CellAddress address, SheetColumn column, SheetCell cell)
    {
        var style = WorkbookStyles.Body(column.IsNumeric && cell.Text is null, column.IsEditable, cell.Mark);
        if (cell.Number is { } number)
        {
            return new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture)))
            {
                CellReference = address.ToString(),
                StyleIndex = style,
            };
        }

        return cell.Text is { } text
            ? TextCell(address, text, style)
            : new Cell { CellReference = address.ToString(), StyleIndex = style };
    }

    private static Cell TextCell(CellAddress address, string text, uint style) => new(
        new InlineString(new Text(CellText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = address.ToString(),
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    private IEnumerable<DataValidation> Rules()
    {
        if (LastRow == Header)
            yield break;
        for (var index = 0; index < table.Columns.Count; index++)
        {
            var column = table.Columns[index];
            if (column.IsEditable && Rule(column) is { } rule)
            {
                var letters = CellAddress.ColumnName(index + 1);
                rule.SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{letters}{Header + 1}:{letters}{LastRow}" };
                yield return rule;
            }
        }
    }

    private DataValidation? Rule(SheetColumn column)
    {
        var rule = new DataValidation { AllowBlank = true };
        if (column.Choices.Count > 0)
        {
            rule.Type = DataValidationValues.List;
            Refuse(rule, "请从下拉列表中选择一项。");
            rule.Append(new Formula1(choices.Add(column.Choices)));
        }
        else if (column.IsNumeric)
        {
            rule.Type = DataValidationValues.Decimal;
            rule.Operator = DataValidationOperatorValues.Between;
            Refuse(rule, "此列只能填写数字，不要带单位或文字。");
            rule.Append(new Formula1("-1000000000000000"), new Formula2("1000000000000000"));
        }
        else if (column.Hint.Length == 0)
        {
            return null;
        }

        if (column.Hint.Length > 0)
        {
            rule.ShowInputMessage = true;
            rule.Prompt = column.Hint[..Math.Min(column.Hint.Length, MaxHintLength)];
        }

        return rule;
    }

    private static void Refuse(DataValidation rule, string message)
    {
        rule.ShowErrorMessage = true;
        rule.ErrorTitle = "填写有误";
        rule.Error = message;
    }
}
