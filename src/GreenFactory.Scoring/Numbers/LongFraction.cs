using System.Numerics;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Numbers;

/// <summary>A fraction of two integers of any length in lowest terms, the lower one positive: for what two decimals do not hold.</summary>
internal sealed class LongFraction
{
    /// <summary>Longest integer that is worked with, in bits: no set of answers comes near it, and nothing written to exhaust a server goes beyond it.</summary>
    private const long MostBits = 16_384;

    /// <summary>Bits of the digits of a decimal.</summary>
    private const int DecimalBits = 96;

    private const int MostPlaces = 28;

    private static readonly BigInteger Most = (BigInteger)decimal.MaxValue;

    private LongFraction(BigInteger above, BigInteger below) => (Above, Below) = (above, below);

    /// <summary>What stands above the line.</summary>
    public BigInteger Above { get; }

    /// <summary>What stands below the line.</summary>
    public BigInteger Below { get; }

    /// <summary>The fraction of two decimals, the second one positive.</summary>
    public static LongFraction Of(decimal above, decimal below)
    {
        var (a, b) = (Integer(above), Integer(below));
        return above.Scale >= below.Scale
            ? Reduced(a, b * BigInteger.Pow(10, above.Scale - below.Scale)) : Reduced(a * BigInteger.Pow(10, below.Scale - above.Scale), b);
    }

    /// <summary>The sum.</summary>
    public static LongFraction Sum(LongFraction a, LongFraction b) => Reduced((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below);

    /// <summary>The product.</summary>
    public static LongFraction Product(LongFraction a, LongFraction b) => Reduced(a.Above * b.Above, a.Below * b.Below);

    /// <summary>The quotient; the second one is not zero.</summary>
    public static LongFraction Quotient(LongFraction a, LongFraction b) =>
        b.Above.Sign < 0 ? Reduced(-a.Above * b.Below, a.Below * -b.Above) : Reduced(a.Above * b.Below, a.Below * b.Above);

    /// <summary>Which of two is larger, as numbers are compared.</summary>
    public static int Compare(LongFraction a, LongFraction b) => (a.Above * b.Below).CompareTo(b.Above * a.Below);

    /// <summary>The fraction with the other sign.</summary>
    public LongFraction Negated() => new(-Above, Below);

    /// <summary>The number as a decimal where one holds it, otherwise as this fraction.</summary>
    public ExactNumber Shortest() => TryDecimal() is { } number ? number : new ExactNumber(0m, this);

    /// <summary>The number rounded to decimal places.</summary>
    /// <exception cref="OverflowException">The rounded number is beyond a decimal.</exception>
    public decimal Round(int places, RoundingMode mode) => Written(Rounded(Above * BigInteger.Pow(10, places), Below, mode), places);

    /// <summary>The nearest decimal: the most places, at most 28, with which the digits stay below 2^96; half to even.</summary>
    public decimal Nearest()
    {
        for (var places = MostPlaces; ; places--)
        {
            var digits = Rounded(Above * BigInteger.Pow(10, places), Below, RoundingMode.ToEven);
            if (BigInteger.Abs(digits).GetBitLength() <= DecimalBits)
                return Written(digits, places);
        }
    }

    private static LongFraction Reduced(BigInteger above, BigInteger below)
    {
        var common = BigInteger.GreatestCommonDivisor(above, below);
        if (!common.IsOne)
            (above, below) = (above / common, below / common);
        if (above.GetBitLength() > MostBits || below.GetBitLength() > MostBits || BigInteger.Abs(above) > Most * below)
            throw new OverflowException();
        return new LongFraction(above, below);
    }

    private static BigInteger Rounded(BigInteger above, BigInteger below, RoundingMode mode)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(above), below, out var rest);
        var half = (rest * 2).CompareTo(below);
        if (half > 0 || (half == 0 && (mode == RoundingMode.AwayFromZero || !whole.IsEven)))
            whole++;
        return above.Sign < 0 ? -whole : whole;
    }

    private static BigInteger Integer(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return decimal.IsNegative(number) ? -digits : digits;
    }

    private static decimal Written(BigInteger digits, int places)
    {
        var size = BigInteger.Abs(digits);
        if (size.GetBitLength() > DecimalBits)
            throw new OverflowException();
        var mask = (BigInteger)uint.MaxValue;
        return new decimal((int)(uint)(size & mask), (int)(uint)((size >> 32) & mask), (int)(uint)(size >> 64), digits.Sign < 0, (byte)places);
    }

    private decimal? TryDecimal()
    {
        var (rest, places) = (Below, 0);
        while (!rest.IsOne)
        {
            var (tenth, left) = BigInteger.DivRem(rest * (rest.IsEven ? 5 : 2), 10);
            if (!left.IsZero || ++places > MostPlaces)
                return null;
            rest = tenth;
        }

        var digits = Above * BigInteger.Pow(10, places) / Below;
        return BigInteger.Abs(digits).GetBitLength() <= DecimalBits ? Written(digits, places) : null;
    }
}
