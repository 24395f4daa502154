using System.Globalization;

namespace GreenFactory.Scoring.Json;

/// <summary>The one written form of a decimal: plain digits, no exponent, no trailing zeros.</summary>
internal static class DecimalText
{
    /// <summary>Reads plain decimal text; more than 28 significant digits are refused instead of rounded.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        value = 0m;
        var digits = 0;
        var leading = true;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                leading &= c == '0';
                digits += leading ? 0 : 1;
            }
            else if (c is not ('.' or '-' or '+'))
            {
                return false;
            }
        }

        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return digits <= 28 && Fraction(text) <= 28 && decimal.TryParse(text, style, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The value without trailing zeros, so that 8, 8.0 and 8.00 are one text.</summary>
    public static string Write(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal))
            text = text.TrimEnd('0').TrimEnd('.');
        return text == "-0" ? "0" : text;
    }

    private static int Fraction(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text.Length - point - 1;
    }
}
