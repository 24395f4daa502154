using System.Buffers;
using System.Globalization;
using System.Text;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring;

/// <summary>
/// Turns what people type into values: full-width digits, well-formed thousands groups, space around them and Chinese punctuation are accepted;
/// anything doubtful is refused with a reason.
/// </summary>
public static class TypedText
{
    private const char Comma = ',';
    private const char Space = '\u00A0';
    private const char RightToLeftOverride = '\u202E';

    /// <summary>What a number consists of that needs no reading twice.</summary>
    private static readonly SearchValues<char> PlainNumber = SearchValues.Create("0123456789.");

    /// <summary>Reads a number; on failure <paramref name="complaint"/> is a Chinese sentence that says what to do.</summary>
    public static bool TryReadNumber(string typed, out decimal value, out string complaint)
    {
        value = 0m;
        complaint = "";
        if (typed.Length > 200)
        {
            complaint = "内容过长，请只填一个数字。";
            return false;
        }

        if (typed.Length > 0 && !typed.AsSpan().ContainsAnyExcept(PlainNumber) && DecimalText.TryParse(typed, out value))
            return true;
        var text = Plain(typed);
        if (text.Length == 0)
        {
            complaint = "没有填写数字。";
            return false;
        }

        if (text.IndexOfAny([Comma, Space]) >= 0 && !RemoveSeparators(ref text))
        {
            complaint = $"“{typed.Trim()}”中的分隔符位置不对：千分位每三位一个，小数点请用“.”。";
            return false;
        }

        if (text.Any(char.IsWhiteSpace))
        {
            complaint = $"“{typed.Trim()}”中间有空格或换行，无法确定是一个数还是几个数，请只填一个数字。";
            return false;
        }

        if (text.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or '-' or '+')))
        {
            complaint = $"“{typed.Trim()}”不是数字，请只填数字，不要带单位或文字。";
            return false;
        }

        if (!text.Any(char.IsAsciiDigit) || !DecimalText.TryParse(text, out value))
        {
            complaint = text.Count(char.IsAsciiDigit) > 28
                ? $"“{typed.Trim()}”位数过多，最多 28 位有效数字。"
                : $"“{typed.Trim()}”不是合法的数字，请检查小数点和正负号。";
            return false;
        }

        return true;
    }

    /// <summary>A number in its one written form, so that “1,150,000” and “1150000.0” are the same text; anything else as it was typed, without space around it.</summary>
    public static string NumberOrAsTyped(string typed) => TryReadNumber(typed, out var value, out _) ? DecimalText.Write(value) : typed.Trim();

    /// <summary>Reads 是/否, true/false, yes/no or 1/0.</summary>
    public static bool TryReadBoolean(string typed, out bool value)
    {
        var text = Plain(typed);
        value = text is "true" or "是" or "有" or "yes" or "1" or "True";
        return value || text is "false" or "否" or "无" or "no" or "0" or "False";
    }

    /// <summary>Reads 2026-01-31, 2026/1/31, 2026.1.31 or 2026年1月31日.</summary>
    public static bool TryReadDate(string typed, out DateOnly value)
    {
        var text = Plain(typed).Replace('年', '-').Replace('月', '-').Replace("日", "", StringComparison.Ordinal).Replace('/', '-').Replace('.', '-');
        return DateOnly.TryParseExact(text, ["yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    /// <summary>The text in plain characters, without what surrounds it and cannot be seen; nothing is taken out of its middle.</summary>
    private static string Plain(string typed)
    {
        if (!typed.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return typed;
        var (start, end) = (0, typed.Length);
        while (start < end && IsInvisible(typed[start]))
            start++;
        while (end > start && IsInvisible(typed[end - 1]))
            end--;
        var result = new StringBuilder(end - start);
        foreach (var c in typed.AsSpan(start, end - start))
        {
            result.Append(c switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                '。' => '.',
                '\u066C' => Comma,
                '\u2009' or '\u202F' or '\u2007' => Space,
                '−' or '–' or '—' or '﹣' => '-',
                _ => c,
            });
        }

        return result.ToString();
    }

    /// <summary>White space and marks of direction and joining. The override that shows digits backwards is not one of them: what is read would not be what was seen.</summary>
    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c != RightToLeftOverride);

    /// <summary>Takes out group separators if all are the same and every group but the first has three digits. A first group of 0 would be a decimal comma.</summary>
    private static bool RemoveSeparators(ref string text)
    {
        var separator = text[text.IndexOfAny([Comma, Space])];
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? text : text[..point]).TrimStart('-', '+');
        var groups = whole.Split(separator);
        if (groups[0].Length is 0 or > 3 || groups[0][0] == '0' || groups.Skip(1).Any(g => g.Length != 3) || groups.Any(g => !g.All(char.IsAsciiDigit)))
            return false;
        if (point >= 0 && text.IndexOf(separator, point) >= 0)
            return false;
        text = text.Replace(separator.ToString(), "", StringComparison.Ordinal);
        return true;
    }
}
