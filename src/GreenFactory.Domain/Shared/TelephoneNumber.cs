using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GreenFactory.Domain.Shared;

/// <summary>Telephone numbers as people write them; they are stored as written and only judged here.</summary>
public static partial class TelephoneNumber
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    /// <summary>Most characters of an answer that holds one or more numbers.</summary>
    public const int MostCharacters = 60;

    /// <summary>What to say of something that is none.</summary>
    public const string HowToWrite = "请填手机号，或区号加座机，分机写“转”，例如 （023）12345678 转 801。";

    /// <summary>
    /// Whether every number in the text can be dialled: 7 to 15 digits with area or country code, an extension after 转, 分机, ext, # or a last hyphen.
    /// Full-width digits, brackets, spaces, dashes and several numbers separated by 、 ， ； or / are fine.
    /// </summary>
    public static bool CanBeDialled(string? typed)
    {
        var numbers = Separators().Split(ComparableText.Visible(typed).Normalize(NormalizationForm.FormKC).ToUpperInvariant());
        return WrittenText.Count(typed) <= MostCharacters && numbers.All(IsOne);
    }

    private static bool IsOne(string text)
    {
        if (Shape().Match(Joined(text)) is not { Success: true } match)
        {
            return false;
        }

        var groups = match.Groups["main"].Value.TrimStart('+').Split('-', StringSplitOptions.RemoveEmptyEntries);
        var digits = groups.Sum(group => group.Length);
        var withoutLast = digits - groups[^1].Length;
        return Fits(digits) || (match.Groups["ext"].Length == 0 && groups[^1].Length <= 6 && Fits(withoutLast));
    }

    private static bool Fits(int digits) => digits is >= FewestDigits and <= MostDigits;

    /// <summary>The number with every run of brackets, spaces, dashes and dots as one hyphen, none at the ends.</summary>
    private static string Joined(string text)
    {
        var joined = new StringBuilder();
        foreach (var character in text)
        {
            var between = char.IsWhiteSpace(character) || character is '(' or ')' or '[' or ']' or '.' or '·' or '−' or '_'
                || char.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation;
            if (!between)
            {
                joined.Append(character);
            }
            else if (joined.Length > 0 && joined[^1] != '-')
            {
                joined.Append('-');
            }
        }

        return joined.ToString().TrimEnd('-');
    }

    [GeneratedRegex("[/、,;|]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?<main>\+?[0-9][0-9-]*?)(?:-?(?:转|轉|分机号?|分機號?|EXT-?|X|#|\*)[-:]*(?<ext>[0-9]{1,6}))?$")]
    private static partial Regex Shape();
}
