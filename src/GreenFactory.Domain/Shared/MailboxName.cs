using System.Globalization;
using System.Text;

namespace GreenFactory.Domain.Shared;

/// <summary>E-mail addresses as people write them. Every form that takes one asks here whether a letter could ever reach it.</summary>
public static class MailboxName
{
    /// <summary>What to say of something that is none.</summary>
    public const string HowToWrite = "请填写完整的邮箱地址，例如 name@example.com。";

    private const int MostCharacters = 200;
    private const int MostLocal = 64;
    private const int MostLabel = 63;
    private const string LocalSigns = "!#$%&'*+-/=?^_`{|}~.";

    /// <summary>The address without what cannot be seen, and with an @ and dots of the half width: what is stored and compared.</summary>
    public static string Read(string? typed) =>
        ComparableText.Visible(typed).Replace('＠', '@').Replace('．', '.').Replace('。', '.');

    /// <summary>Whether it is one whole address: a name, one @, and a domain of at least two parts, in Latin letters or in Chinese.</summary>
    public static bool IsWhole(string? typed)
    {
        var address = Read(typed);
        var at = address.LastIndexOf('@');
        return address.Length <= MostCharacters && at is > 0 and <= MostLocal && IsLocal(address[..at]) && IsDomain(address[(at + 1)..]);
    }

    private static bool IsLocal(string local) =>
        local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && local.All(character => char.IsAsciiLetterOrDigit(character) || LocalSigns.Contains(character, StringComparison.Ordinal) || (character > 127 && char.IsLetterOrDigit(character)));

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length > 1 && labels.All(IsLabel) && IsTop(labels[^1]);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MostLabel && label[0] != '-' && label[^1] != '-' && label.EnumerateRunes().All(rune => rune.Value == '-' || IsLetter(rune) || Rune.IsDigit(rune));

    /// <summary>The last part: two Latin letters at least, or one of another script; never a number.</summary>
    private static bool IsTop(string label) => !label.EnumerateRunes().All(Rune.IsDigit) && (label.Length > 1 || label[0] > 127);

    private static bool IsLetter(Rune rune) =>
        Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
