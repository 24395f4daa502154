using System.Globalization;
using System.Text;

namespace GreenFactory.Domain.Shared;

/// <summary>
/// What two spellings of the same name or code have in common. Whatever compares what a person typed with what is stored folds both here;
/// what is shown and stored stays as it was written.
/// </summary>
public static class ComparableText
{
    /// <summary>间隔号 U+00B7, the interpunct of GB/T 15834 between the parts of a name.</summary>
    private const char Interpunct = '\u00B7';

    /// <summary>The characters that keyboards and typefaces put in place of 间隔号.</summary>
    private static readonly HashSet<int> Interpuncts = [Interpunct, 0x0387, 0x16EB, 0x2022, 0x2027, 0x2219, 0x22C5, 0x2E31, 0x2E33, 0x30FB, 0xA78F, 0xFF65];

    /// <summary>The brackets that keyboards put in place of 六角括号, which GB/T 9704 writes around the year of a 文号.</summary>
    private static readonly Dictionary<int, char> Brackets =
        "([【〖❲⦅⟨〈《<".ToDictionary(open => (int)open, _ => '〔').Concat(")]】〗❳⦆⟩〉》>".ToDictionary(close => (int)close, _ => '〕')).ToDictionary();

    /// <summary>Characters that take no ink although Unicode counts them as letters or marks: fillers, joiners, selectors, the blank Braille cell.</summary>
    private static readonly HashSet<int> Blank = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0];

    /// <summary>A name for comparing: width, case, space, invisible characters, radicals in place of ideographs and the kind of 间隔号 make no difference.</summary>
    public static string Name(string? text) => Fold(text, rune => Interpuncts.Contains(rune.Value) ? new Rune(Interpunct) : rune);

    /// <summary>A code for comparing: as a name, and hyphens and dashes make no difference.</summary>
    public static string Code(string? text) => Fold(text, rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation || rune.Value == 0x2212 ? null : rune);

    /// <summary>
    /// The number of a document (文号) for comparing: as a name, and neither the kind of brackets around its year nor the 第 before and the 号 behind the number
    /// makes a difference.
    /// </summary>
    public static string DocumentNumber(string? text) =>
        Fold(text, rune => rune.Value is '第' or '号' ? null : Brackets.TryGetValue(rune.Value, out var bracket) ? new Rune(bracket) : rune);

    /// <summary>
    /// A name or a code for searching: what a code is for comparing, and the kind of 间隔号 makes no difference. What is stored for searching and
    /// what is typed are folded here alike, so a part of one is found in the other.
    /// </summary>
    public static string Search(string? text) => Code(Name(text));

    /// <summary>The text without the characters that cannot be seen, space at both ends among them; nothing else is changed.</summary>
    public static string Visible(string? text) => WithoutInvisible(text).Trim();

    /// <summary>The same, with the space at both ends as it is: for what is saved while it is typed.</summary>
    public static string WithoutInvisible(string? text)
    {
        var seen = new StringBuilder();
        foreach (var rune in WrittenText.Clean(text ?? "").EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                seen.Append(rune);
            }
        }

        return seen.ToString();
    }

    /// <summary>Whether two names are the same name.</summary>
    public static bool IsSameName(string? one, string? other) => Name(one) == Name(other);

    private static string Fold(string? text, Func<Rune, Rune?> map)
    {
        var folded = new StringBuilder();
        foreach (var rune in Visible(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !IsInvisible(rune) && map(rune) is { } kept)
            {
                folded.Append(Rune.ToUpperInvariant(CjkRadicals.Ideograph(kept)));
            }
        }

        return folded.ToString();
    }

    /// <summary>Whether a character takes no ink and is no space either.</summary>
    internal static bool IsInvisible(Rune rune) =>
        Blank.Contains(rune.Value)
        || rune.Value is (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format
        || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune));
}
