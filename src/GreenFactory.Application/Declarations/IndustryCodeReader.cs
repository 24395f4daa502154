using System.Text;
using System.Text.RegularExpressions;
using GreenFactory.Application.Seeding;

namespace GreenFactory.Application.Declarations;

/// <summary>A class of the industry classification.</summary>
/// <param name="Code">Four digits.</param>
/// <param name="Name">Its name, such as 水泥制造.</param>
/// <param name="Section">Letter of the section (门类) it belongs to, such as C.</param>
/// <param name="SectionName">Name of the section, such as 制造业.</param>
public sealed record IndustryClass(string Code, string Name, string Section, string SectionName)
{
    /// <summary>Whether the class is manufacturing (门类 C), the only kind of unit that a green factory can be.</summary>
    public bool IsManufacturing => Section == "C";
}

/// <summary>A class that a search found.</summary>
/// <param name="Class">The class.</param>
/// <param name="Word">The product word or the wider class that led to it; null where code or name did.</param>
public sealed record IndustryMatch(IndustryClass Class, string? Word);

/// <summary>
/// Looks up the four-digit classes of GB/T 4754—2017 (国民经济行业分类) the way people name them: by code with or without its letter, by name, by the name of
/// a wider class, or by a product. Product words are collected for this portal and no part of the standard.
/// </summary>
public sealed partial class IndustryCodeReader
{
    private static readonly Lazy<Classification> Shipped = new(Classification.Read);

    private readonly Classification shipped = Shipped.Value;

    /// <summary>The class of a code, with or without the letter of its section; null for none.</summary>
    public IndustryClass? Find(string code)
    {
        var wanted = Plain(code);
        return shipped.Classes.FirstOrDefault(row => row.Code == wanted || $"{row.Section}{row.Code}" == wanted);
    }

    /// <summary>Every class that a text may mean, manufacturing first, the closest first; none for an empty text.</summary>
    public IReadOnlyList<IndustryMatch> Search(string text)
    {
        var wanted = Plain(text);
        if (wanted.Length == 0)
        {
            return [];
        }

        var (classes, widerNames, words) = (shipped.Classes, shipped.Wider, shipped.Words);
        if (LetterAndDigits().Match(wanted) is { Success: true } code)
        {
            var (letter, digits) = (code.Groups[1].Value, code.Groups[2].Value);
            return Ordered(classes
                .Where(row => row.Code.StartsWith(digits, StringComparison.Ordinal) && (letter.Length == 0 || row.Section == letter))
                .Select(row => new IndustryMatch(row, null)));
        }

        var core = Ending().Replace(wanted, "") is { Length: >= 2 } shorter ? shorter : wanted;
        var byName = classes.Where(row => Plain(row.Name).Contains(core, StringComparison.Ordinal)).Select(row => new IndustryMatch(row, null));
        var byWord = words.Where(pair => pair.Word.Contains(core, StringComparison.Ordinal) || core.Contains(pair.Word, StringComparison.Ordinal))
            .OrderBy(pair => pair.Word == core ? 0 : 1)
            .SelectMany(pair => classes.Where(row => row.Code == pair.Code).Select(row => new IndustryMatch(row, pair.Written)));
        var byWider = widerNames.Where(wide => Plain(wide.Name).Contains(core, StringComparison.Ordinal))
            .SelectMany(wide => classes.Where(row => row.Code.StartsWith(wide.Code, StringComparison.Ordinal)).Select(row => new IndustryMatch(row, wide.Name)));
        return Ordered(byName.Concat(byWord).Concat(byWider));
    }

    private static IReadOnlyList<IndustryMatch> Ordered(IEnumerable<IndustryMatch> matches) =>
        [.. matches.DistinctBy(match => match.Class.Code).OrderBy(match => match.Class.IsManufacturing ? 0 : 1)];

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    [GeneratedRegex("^([A-T]?)([0-9]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex LetterAndDigits();

    [GeneratedRegex("(的?(制造|生产|加工|行业)(企业|公司|厂)?|厂|企业|公司)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    /// <summary>The classification and the product words, as shipped.</summary>
    private sealed record Classification(
        IReadOnlyList<IndustryClass> Classes, IReadOnlyList<(string Code, string Name)> Wider, IReadOnlyList<(string Code, string Word, string Written)> Words)
    {
        public static Classification Read()
        {
            var rows = ReferenceFiles.Read("gbt4754-2017.csv");
            var sections = rows.Where(row => row["level"] == "门类").ToDictionary(row => row["code"], row => row["name"], StringComparer.Ordinal);
            return new Classification(
                [.. rows.Where(row => row["level"] == "小类").Select(row => new IndustryClass(row["code"], row["name"], row["section"], sections[row["section"]]))],
                [.. rows.Where(row => row["level"] is "大类" or "中类").Select(row => (row["code"], row["name"]))],
                [
                    .. ReferenceFiles.Read("industry-words.csv")
                        .SelectMany(row => row["words"].Split(';').Select(word => (row["code"], Plain(word), word))),
                    .. ReferenceFiles.Read("industries-53.csv")
                        .SelectMany(row => row["gbt4754_codes"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(code => (code, Plain(row["name"]), row["name"]))),
                ]);
        }
    }
}
