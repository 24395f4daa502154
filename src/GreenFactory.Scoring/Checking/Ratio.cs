using System.Numerics;

namespace GreenFactory.Scoring.Checking;

/// <summary>
/// A rational number in lowest terms, for checking: the most naive arithmetic there is, and none of what evaluation computes with, so that a mistake there is not made twice.
/// </summary>
internal readonly struct Ratio : IComparable<Ratio>
{
    private const int MostPlaces = 28;

    private static readonly BigInteger DigitLimit = BigInteger.Pow(2, 96);

    private readonly BigInteger _above;
    private readonly BigInteger _below;

    private Ratio(BigInteger above, BigInteger below)
    {
        if (below.Sign < 0)
            (above, below) = (-above, -below);
        var common = BigInteger.GreatestCommonDivisor(above, below);
        (_above, _below) = common.IsOne ? (above, below) : (above / common, below / common);
    }

    public static Ratio Zero => new(0, 1);

    public int Sign => _above.Sign;

    private BigInteger Below => _below.IsZero ? 1 : _below;

    public static implicit operator Ratio(decimal number)
    {
        var scale = BigInteger.Pow(10, number.Scale);
        return new Ratio(((BigInteger)decimal.Truncate(number) * scale) + (BigInteger)((number - decimal.Truncate(number)) * (decimal)scale), scale);
    }

    public static Ratio operator +(Ratio a, Ratio b) => new((a._above * b.Below) + (b._above * a.Below), a.Below * b.Below);

    public static Ratio operator -(Ratio a, Ratio b) => a + -b;

    public static Ratio operator -(Ratio a) => new(-a._above, a.Below);

    public static Ratio operator *(Ratio a, Ratio b) => new(a._above * b._above, a.Below * b.Below);

    public static Ratio operator /(Ratio a, Ratio b) => b.Sign == 0 ? throw new DivideByZeroException() : new(a._above * b.Below, a.Below * b._above);

    public static bool operator <(Ratio a, Ratio b) => a.CompareTo(b) < 0;

    public static bool operator >(Ratio a, Ratio b) => a.CompareTo(b) > 0;

    public static Ratio Min(Ratio a, Ratio b) => b < a ? b : a;

    public static Ratio Max(Ratio a, Ratio b) => b > a ? b : a;

    public int CompareTo(Ratio other) => (_above * other.Below).CompareTo(other._above * Below);

    /// <summary>Rounded to decimal places; a half goes away from zero or to the even neighbour.</summary>
    public Ratio Round(int places, bool halfToEven)
    {
        var shift = BigInteger.Pow(10, places);
        return new Ratio(Digits(shift, halfToEven), shift);
    }

    /// <summary>As sheets write a number: the most decimals, at most 28, with which the digits stay below 2^96; half to even.</summary>
    /// <exception cref="OverflowException">Not even the integer part fits.</exception>
    public Ratio Written()
    {
        if (MostPlaces >= 0 && BigInteger.Pow(10, MostPlaces) % Below is { IsZero: true } && BigInteger.Abs(_above) * BigInteger.Pow(10, MostPlaces) / Below < DigitLimit)
            return this;
        for (var places = MostPlaces; places >= 0; places--)
        {
            var shift = BigInteger.Pow(10, places);
            var digits = Digits(shift, halfToEven: true);
            if (BigInteger.Abs(digits) < DigitLimit)
                return new Ratio(digits, shift);
        }

        throw new OverflowException();
    }

    /// <summary>The number in plain digits; only for numbers that end.</summary>
    public override string ToString()
    {
        var places = 0;
        var above = _above;
        while (!(above % Below).IsZero && places++ < MostPlaces)
            above *= 10;
        var digits = BigInteger.Abs(above / Below).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        return (Sign < 0 ? "-" : "") + (places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}");
    }

    private BigInteger Digits(BigInteger shift, bool halfToEven)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(_above) * shift, Below, out var rest);
        var half = (rest * 2).CompareTo(Below);
        if (half > 0 || (half == 0 && !(halfToEven && whole.IsEven)))
            whole++;
        return Sign < 0 ? -whole : whole;
    }
}
