using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Organisations;

/// <summary>
/// 统一社会信用代码 (GB 32100-2015): 18 characters with a check character, whose places 9 to 17 carry the
/// organisation code of GB 11714 with a check digit of its own. Both are verified; only a district with the licence in hand accepts one that fails.
/// </summary>
public readonly record struct CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private CreditCode(string value) => Value = value;

    /// <summary>The 18 characters in capitals.</summary>
    public string Value { get; }

    /// <summary>Reads what a person typed: full-width characters, spaces, hyphens, small letters and invisible characters are accepted.</summary>
    /// <returns>The code, or a refusal that says which rule is broken.</returns>
    public static Result<CreditCode> Parse(string? typed)
    {
        var read = Read(typed);
        return !read.Succeeded ? read.Error : read.Value.Fault is { } fault ? fault : read.Value.Code;
    }

    /// <summary>
    /// Reads what a person typed and leaves it to the caller what a check digit that does not hold means: genuine licences can carry a code
    /// that fails a check, though most such codes are mistyped.
    /// </summary>
    /// <returns>The code with the check that fails; a refusal for what can stand on no licence.</returns>
    public static Result<CheckedCreditCode> Read(string? typed)
    {
        var text = ComparableText.Code(typed);
        if (text.Length != 18)
        {
            return new Error("credit_code.length", $"统一社会信用代码应为18位，现为{text.Length}位。请对照营业执照核对。");
        }

        foreach (var character in text)
        {
            if (!Alphabet.Contains(character, StringComparison.Ordinal))
            {
                return new Error("credit_code.character", $"统一社会信用代码中不会出现“{character}”（不使用字母I、O、S、V、Z）。请对照营业执照核对。");
            }
        }

        return new CheckedCreditCode(
            new CreditCode(text),
            !OrganisationDigitHolds(text) ? new Error("credit_code.organisation_digit", "统一社会信用代码第9至17位（组织机构代码）的校验位不符，可能有一位录错。请对照营业执照核对。")
            : !CheckCharacterHolds(text) ? new Error("credit_code.check_character", "统一社会信用代码最后一位校验不符，可能有一位录错。请对照营业执照核对。")
            : null);
    }

    /// <summary>A code as stored: it was verified then, or the district held its licence in hand.</summary>
    public static CreditCode FromStored(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool CheckCharacterHolds(string text)
    {
        int sum = 0, weight = 1;
        for (var i = 0; i < 17; i++)
        {
            sum += Alphabet.IndexOf(text[i], StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31] == text[17];
    }

    private static bool OrganisationDigitHolds(string text)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            var character = text[8 + i];
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            sum += value * OrganisationWeights[i];
        }

        var expected = (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
        return text[16] == expected;
    }
}
