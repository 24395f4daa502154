using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GreenFactory.Domain.Shared;

/// <summary>Telephone numbers as people write them; they are stored as written and only judged here.</summary>
public static partial class TelephoneNumber
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;
    private const int MobileDigits = 11;

    /// <summary>Most characters of an answer that holds one or more numbers.</summary>
    public const int MostCharacters = 60;

    /// <summary>What to say of something that is none.</summary>
    public const string HowToWrite = "请填手机号，或区号加座机，分机写“转”，例如 （023）12345678 转 801。";

    /// <summary>
    /// Whether every number in the text can be dialled: 7 to 15 digits with area or country code, an extension after 转, 分机, ext, # or a last hyphen.
    /// Full-width digits, brackets, spaces, dashes and several numbers separated by 、 ， ； or / are fine. A number of the mainland that begins with 1 is a
    /// mobile number and has eleven digits.
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

        var main = match.Groups["main"].Value;
        var isAbroad = main[0] == '+' && !main.StartsWith("+86", StringComparison.Ordinal);
        var groups = main.TrimStart('+').Split('-', StringSplitOptions.RemoveEmptyEntries);
        return Fits(string.Concat(groups), isAbroad) || (match.Groups["ext"].Length == 0 && groups[^1].Length <= 6 && Fits(string.Concat(groups[..^1]), isAbroad));
    }

    private static bool Fits(string digits, bool isAbroad)
    {
        var own = digits.StartsWith("0086", StringComparison.Ordinal) ? digits[4..] : digits.StartsWith("86", StringComparison.Ordinal) && digits.Length > MobileDigits ? digits[2..] : digits;
        return digits.Length is >= FewestDigits and <= MostDigits
            && (isAbroad || own.Length == 0 || own[0] != '1' || (own.Length == MobileDigits && own[1] is >= '3' and <= '9'));
    }

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
