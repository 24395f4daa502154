using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>The texts that the cells of a workbook refer to by number.</summary>
internal sealed class SharedTexts
{
    private readonly List<string> _texts = [];

    internal SharedTexts(SharedStringTablePart? part, CellBudget budget)
    {
        if (part is null)
            return;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement)
                continue;
            var text = reader.LoadCurrentElement() is { } item ? Plain(item) : "";
            budget.TakeText(text);
            _texts.Add(text);
        }
    }

    /// <summary>The text of a number.</summary>
    /// <exception cref="InvalidDataException">The table has no such text.</exception>
    internal string this[int number] =>
        number >= 0 && number < _texts.Count ? _texts[number] : throw new InvalidDataException($"The workbook has no shared text {number}.");

    /// <summary>The characters of a rich text, without the readings that Excel keeps beside East Asian names.</summary>
    internal static string Plain(OpenXmlElement richText) => CellText.Decode(string.Concat(
        richText.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text)));
}
