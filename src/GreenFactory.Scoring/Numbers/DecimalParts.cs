using System.Numerics;

namespace GreenFactory.Scoring.Numbers;

/// <summary>Sums and products of decimals, as long as a decimal holds them exactly: one that had to be rounded has fewer places than it should.</summary>
internal static class DecimalParts
{
    private static readonly decimal[] Units =
        [1m, 0.1m, 0.01m, 0.001m, 0.0001m, 0.00001m, 0.000001m, 0.0000001m, 0.00000001m, 0.000000001m, 0.0000000001m, 0.00000000001m, 0.000000000001m];

    private static readonly decimal[] BelowHalves = [.. Units.Select(unit => unit * 0.49m)];

    /// <summary>How far from a half a quotient of floating point must lie, in the last place, for its rounding to be beyond doubt; it is right to a ten-thousandth there.</summary>
    private const double Doubt = 0.01;

    /// <summary>Largest quotient, in units of the last place, of which floating point says that much.</summary>
    private const double Largest = 1e10;

    /// <summary>
    /// A quotient that is not negative, rounded to decimal places by a positive divisor; false where a look in floating point does not settle the last digit beyond doubt,
    /// because it is too near to a half or too large.
    /// </summary>
    public static bool TryRoundQuotient(decimal above, decimal below, int places, out decimal rounded)
    {
        var units = (double)above / (double)below / (double)Units[places];
        var whole = Math.Floor(units);
        var rest = units - whole;
        if (above < 0m || units > Largest || Math.Abs(rest - 0.5) < Doubt)
        {
            rounded = 0m;
            return false;
        }

        var digits = (long)whole + (rest > 0.5 ? 1 : 0);
        rounded = new decimal((int)digits, (int)(digits >> 32), 0, false, (byte)places);
        return true;
    }

    /// <summary>Whether a decimal may have room for all digits of a product. A quotient that does not end has as many as there are, and then there is no need to multiply it back.</summary>
    public static bool MayHoldProduct(decimal a, decimal b) => Bits(a) + Bits(b) - 2 < 96;

    private static int Bits(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        return parts[2] != 0 ? 96 - BitOperations.LeadingZeroCount((uint)parts[2])
            : parts[1] != 0 ? 64 - BitOperations.LeadingZeroCount((uint)parts[1]) : 32 - BitOperations.LeadingZeroCount((uint)parts[0]);
    }

    /// <summary>Whether what rounding to some decimal places, at most twelve, changed is well below the half of the last place.</summary>
    public static bool IsClearlyNearer(decimal changed, int places) => Math.Abs(changed) < BelowHalves[places];

    /// <summary>One in the last of some decimal places, at most twelve.</summary>
    public static decimal Unit(int places) => Units[places];

    /// <summary>The sum; false where a decimal does not hold it.</summary>
    public static bool TrySum(decimal a, decimal b, out decimal sum)
    {
        try
        {
            sum = a + b;
            return sum.Scale == Math.Max(a.Scale, b.Scale);
        }
        catch (OverflowException)
        {
            sum = 0m;
            return false;
        }
    }

    /// <summary>The product; false where a decimal does not hold it.</summary>
    public static bool TryProduct(decimal a, decimal b, out decimal product)
    {
        try
        {
            product = a * b;
            return product.Scale == a.Scale + b.Scale || (product == 0m && (a == 0m || b == 0m));
        }
        catch (OverflowException)
        {
            product = 0m;
            return false;
        }
    }
}
