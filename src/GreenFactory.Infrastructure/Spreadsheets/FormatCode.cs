using System.Text;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>
/// What a custom number format shows (ECMA-376 part 1, 18.8.31), by its first section: letters in quotes, after a backslash, after the space mark <c>_</c>
/// or the fill mark <c>*</c> and in brackets are text and mean nothing.
/// </summary>
internal static class FormatCode
{
    private static readonly string[] Words = ["AM/PM", "A/P", "上午/下午", "General", "G/通用格式"];

    /// <summary>Whether it shows a calendar date: a year (also of an era, <c>e</c> and <c>g</c>, or Buddhist, <c>b</c>), a month, a day or a day of the week. A time alone is none.</summary>
    internal static bool IsDate(string code)
    {
        var letters = Letters(code);
        for (var i = 0; i < letters.Length; i++)
        {
            switch (letters[i])
            {
                case 'y' or 'd' or 'g' or 'b':
                case 'a' when letters[i..].StartsWith("aaa", StringComparison.Ordinal):
                case 'e' when i + 1 >= letters.Length || letters[i + 1] is not ('+' or '-'):
                case 'm' when !letters.Contains('h') && !letters.Contains('s'):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether it shows a hundred times the number.</summary>
    internal static bool IsPercent(string code) => Letters(code).Contains('%');

    /// <summary>The first section without text and in lower case.</summary>
    private static string Letters(string code)
    {
        var letters = new StringBuilder();
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case ';':
                    return letters.ToString();
                case '"' or '[':
                    i = End(code, i);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                default:
                    if (Array.Find(Words, word => string.Compare(code, i, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0) is { } known)
                    {
                        i += known.Length - 1;
                    }
                    else
                    {
                        letters.Append(char.ToLowerInvariant(code[i]));
                    }

                    break;
            }
        }

        return letters.ToString();
    }

    private static int End(string code, int start)
    {
        var end = code.IndexOf(code[start] == '[' ? ']' : '"', start + 1);
        return end < 0 ? code.Length : end;
    }
}
