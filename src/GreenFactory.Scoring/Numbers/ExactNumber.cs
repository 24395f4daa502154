using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Numbers;

/// <summary>
/// A rational number. It is a decimal as long as a decimal holds it; only a division that does not end makes it a fraction, of two decimals
/// while they suffice and of two long integers after that. Nothing is ever rounded unless it is asked for.
/// </summary>
internal readonly struct ExactNumber : IEquatable<ExactNumber>, IComparable<ExactNumber>
{
    private const decimal Small = 0.000000001m;
    private const decimal Large = 1_000_000_000_000_000m;

    private readonly decimal _number;
    private readonly object? _over;

    /// <summary>A number from its parts: what stands above, and a <see cref="Divisor"/> or a whole <see cref="LongFraction"/>; anything else counts as none.</summary>
    internal ExactNumber(decimal number, object? over) => (_number, _over) = (number, over is null or Divisor or LongFraction ? over : null);

    private ExactNumber(decimal number) => _number = number;

    /// <summary>What stands above the line; a part of the number only where <see cref="Over"/> says so.</summary>
    internal decimal Above => _number;

    /// <summary>What makes the number a fraction; none for a decimal.</summary>
    internal object? Over => _over;

    /// <summary>Whether a decimal holds the number.</summary>
    public bool IsDecimal => _over is null;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => _over is LongFraction large ? large.Above.Sign : decimal.Sign(_number);

    /// <summary>The decimal nearest to the number: as many decimals, at most 28, as leave the digits below 2^96; half to even.</summary>
    public decimal Nearest => _over switch
    {
        null => _number,
        Divisor divisor => _number / divisor.Value,
        LongFraction large => large.Nearest(),
        _ => throw new InvalidOperationException("A number is a decimal or a fraction."),
    };

    public static implicit operator ExactNumber(decimal number) => new(number);

    public static bool operator ==(ExactNumber a, ExactNumber b) => a.CompareTo(b) == 0;

    public static bool operator !=(ExactNumber a, ExactNumber b) => a.CompareTo(b) != 0;

    public static bool operator <(ExactNumber a, ExactNumber b) => a.CompareTo(b) < 0;

    public static bool operator >(ExactNumber a, ExactNumber b) => a.CompareTo(b) > 0;

    public static bool operator <=(ExactNumber a, ExactNumber b) => a.CompareTo(b) <= 0;

    public static bool operator >=(ExactNumber a, ExactNumber b) => a.CompareTo(b) >= 0;

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum is beyond what can be computed; so for every operation.</exception>
    public static ExactNumber operator +(in ExactNumber a, in ExactNumber b)
    {
        if (a._over is null && b._over is null && DecimalParts.TrySum(a._number, b._number, out var sum))
            return new ExactNumber(sum);
        if (a._over is Divisor over && b._over is null && DecimalParts.TryProduct(b._number, over.Value, out var more) && DecimalParts.TrySum(a._number, more, out var all))
            return Fraction(all, over);
        if (a._over is not LongFraction && b._over is not LongFraction
            && DecimalParts.TryProduct(a._number, b.Below, out var left) && DecimalParts.TryProduct(b._number, a.Below, out var right)
            && DecimalParts.TrySum(left, right, out var above) && DecimalParts.TryProduct(a.Below, b.Below, out var below))
        {
            return Fraction(above, below);
        }

        return LongFraction.Sum(a.Long(), b.Long()).Shortest();
    }

    /// <summary>The difference.</summary>
    public static ExactNumber operator -(in ExactNumber a, in ExactNumber b) => a + -b;

    /// <summary>The number with the other sign.</summary>
    public static ExactNumber operator -(in ExactNumber a) => a._over is LongFraction large ? new ExactNumber(0m, large.Negated()) : new ExactNumber(-a._number, a._over);

    /// <summary>The product.</summary>
    public static ExactNumber operator *(in ExactNumber a, in ExactNumber b)
    {
        if ((a._over is null || b._over is null) && a._over is not LongFraction && b._over is not LongFraction && DecimalParts.TryProduct(a._number, b._number, out var product))
            return (a._over ?? b._over) is Divisor over ? Fraction(product, over) : new ExactNumber(product);
        if (a._over is not LongFraction && b._over is not LongFraction
            && DecimalParts.TryProduct(a._number, b._number, out var above) && DecimalParts.TryProduct(a.Below, b.Below, out var below))
        {
            return Fraction(above, below);
        }

        return LongFraction.Product(a.Long(), b.Long()).Shortest();
    }

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static ExactNumber operator /(in ExactNumber a, in ExactNumber b)
    {
        if (b.Sign == 0)
            throw new DivideByZeroException();
        if (a._over is null && b._over is null)
            return a._number == 0m ? new ExactNumber(0m) : Quotient(a._number, b._number);
        if (a._over is not LongFraction && b._over is not LongFraction
            && DecimalParts.TryProduct(a._number, b.Below, out var above) && DecimalParts.TryProduct(a.Below, b._number, out var below))
        {
            return below < 0m ? Fraction(-above, -below) : Fraction(above, below);
        }

        return LongFraction.Quotient(a.Long(), b.Long()).Shortest();
    }

    /// <summary>
    /// weight·(value − from)/(to − from), the same number as step by step. Nearly every point of a sheet comes about so, and nearly always from one fraction and decimals.
    /// </summary>
    /// <exception cref="DivideByZeroException">The two ends are the same.</exception>
    public static ExactNumber Share(in ExactNumber weight, in ExactNumber value, in ExactNumber from, in ExactNumber to)
    {
        if (weight._over is not null || value._over is LongFraction || value.Below < 1m || from._over is not null || to._over is not null
            || !DecimalParts.TryProduct(from._number, value.Below, out var start) || !DecimalParts.TrySum(value._number, -start, out var way)
            || !DecimalParts.TryProduct(weight._number, way, out var above) || !DecimalParts.TrySum(to._number, -from._number, out var length)
            || length == 0m || !DecimalParts.TryProduct(value.Below, length, out var below))
        {
            return weight * (value - from) / (to - from);
        }

        return value._over is null ? (above == 0m ? new ExactNumber(0m) : Quotient(above, below)) : below < 0m ? Fraction(-above, -below) : Fraction(above, below);
    }

    /// <summary>The smaller of two.</summary>
    public static ExactNumber Min(in ExactNumber a, in ExactNumber b) => b < a ? b : a;

    /// <summary>The larger of two.</summary>
    public static ExactNumber Max(in ExactNumber a, in ExactNumber b) => b > a ? b : a;

    /// <summary>The number, or the bound that it lies beyond.</summary>
    public static ExactNumber Clamp(in ExactNumber value, in ExactNumber least, in ExactNumber most) => value < least ? least : value > most ? most : value;

    /// <summary>The number rounded to decimal places, a half as the mode says.</summary>
    public decimal Round(int places, RoundingMode mode)
    {
        var midpoint = mode == RoundingMode.AwayFromZero ? MidpointRounding.AwayFromZero : MidpointRounding.ToEven;
        if (_over is null)
            return decimal.Round(_number, places, midpoint);
        if (_over is Divisor { Value: var below })
        {
            if (DecimalParts.TryRoundQuotient(_number, below, places, out var clear))
                return clear;
            // The quotient is right to 28 digits; only within reach of a half could it lead to the wrong side. Whether it is that near shows in its own digits, or in what is left over.
            var quotient = _number / below;
            var rounded = decimal.Round(quotient, places, midpoint);
            if (quotient.Scale > places + 3 && DecimalParts.IsClearlyNearer(quotient - rounded, places))
                return rounded;
            if (DecimalParts.TryProduct(rounded, below, out var back) && DecimalParts.TrySum(_number, -back, out var rest)
                && DecimalParts.TryProduct(Math.Abs(rest), 2m, out var twice) && DecimalParts.TryProduct(below, DecimalParts.Unit(places), out var step) && twice < step)
            {
                return rounded;
            }
        }

        return Long().Round(places, mode);
    }

    /// <inheritdoc/>
    public int CompareTo(ExactNumber other)
    {
        if (_over is null && other._over is null)
            return _number.CompareTo(other._number);
        if (other._over is null && _over is Divisor over && DecimalParts.TryProduct(other._number, over.Value, out var aim))
            return _number.CompareTo(aim);
        if (_over is not LongFraction && other._over is not LongFraction
            && DecimalParts.TryProduct(_number, other.Below, out var left) && DecimalParts.TryProduct(other._number, Below, out var right))
        {
            return left.CompareTo(right);
        }

        return LongFraction.Compare(Long(), other.Long());
    }

    /// <inheritdoc/>
    public bool Equals(ExactNumber other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Nearest.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Json.DecimalText.Write(Nearest);

    private decimal Below => _over is Divisor divisor ? divisor.Value : 1m;

    private static ExactNumber Quotient(decimal above, decimal below)
    {
        var quotient = above / below;
        if (DecimalParts.MayHoldProduct(quotient, below) && DecimalParts.TryProduct(quotient, below, out var back) && back == above)
            return new ExactNumber(quotient);
        return below < 0m ? new ExactNumber(-above, new Divisor(-below)) : new ExactNumber(above, new Divisor(below));
    }

    /// <summary>A fraction by a divisor that there is already.</summary>
    private static ExactNumber Fraction(decimal above, Divisor over) =>
        above == 0m ? new ExactNumber(0m) : IsOutOfReach(above, over.Value) ? Quotient(above, over.Value) : new ExactNumber(above, over);

    /// <summary>A divisor below one can lift the number beyond what a decimal is near to.</summary>
    private static bool IsOutOfReach(decimal above, decimal below) => below < 1m && (below < Small || Math.Abs(above) > Large);

    /// <summary>A fraction whose divisor is positive; refused when it is beyond what a decimal can be near to.</summary>
    private static ExactNumber Fraction(decimal above, decimal below)
    {
        if (above == 0m)
            return new ExactNumber(0m);
        if (below == 1m)
            return new ExactNumber(above);
        return IsOutOfReach(above, below) ? Quotient(above, below) : new ExactNumber(above, new Divisor(below));
    }

    private LongFraction Long() => _over as LongFraction ?? LongFraction.Of(_number, Below);
}

/// <summary>What a decimal is divided by; positive.</summary>
internal sealed class Divisor(decimal value)
{
    public decimal Value => value;
}
