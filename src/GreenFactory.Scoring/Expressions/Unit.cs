using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace GreenFactory.Scoring.Expressions;

/// <summary>
/// A unit of measure: a scale and powers of base dimensions. Only conversions that are facts are known here (1 tce = 1000 kgce, 1 万元 = 10000 元);
/// conversions that are policy (coal equivalent of electricity, emission factors) are parameters.
/// </summary>
public sealed class Unit : IEquatable<Unit>
{
    /// <summary>A plain number.</summary>
    public static readonly Unit One = new("", 1m, ImmutableSortedDictionary<string, int>.Empty);

    /// <summary>What each text was read as, for as long as the text itself is kept; the rows of a table are read again for every set that has them.</summary>
    private static readonly ConditionalWeakTable<string, Reading> Readings = [];

    private Unit(string text, decimal scale, ImmutableSortedDictionary<string, int> dimensions) => (Text, Scale, Dimensions) = (text, scale, dimensions);

    /// <summary>The unit as people write it, for instance kgce/t; empty for a plain number.</summary>
    public string Text { get; }

    /// <summary>How many base units one of this unit is.</summary>
    public decimal Scale { get; }

    /// <summary>Power of each base dimension; a plain number has none.</summary>
    public ImmutableSortedDictionary<string, int> Dimensions { get; }

    /// <summary>Whether the unit is a plain number or a per cent.</summary>
    public bool IsDimensionless => Dimensions.IsEmpty;

    /// <summary>Reads a unit such as tce, kgCO2/万元, m³/产品单位 or %; false if a symbol is unknown.</summary>
    public static bool TryParse(string? text, out Unit unit)
    {
        unit = One;
        if (string.IsNullOrEmpty(text))
            return true;
        var read = Readings.GetValue(text, static text => new Reading(Read(text))).Unit;
        unit = read ?? One;
        return read is not null;
    }

    /// <summary>The unit that a text names; none if a symbol is unknown.</summary>
    private static Unit? Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text is "/" or "—")
            return One;
        if (text.Length > 64)
            return null;
        var result = One;
        var divide = false;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('/' or '·' or '*'))
                continue;
            if (!TryParseFactor(text[start..i].Trim(), out var factor))
                return null;
            if (Combine(result, factor, divide) is not { } combined)
                return null;
            result = combined;
            divide = i < text.Length && text[i] == '/';
            start = i + 1;
        }

        return new Unit(text.Trim(), result.Scale, result.Dimensions);
    }

    /// <summary>Product of two units.</summary>
    /// <exception cref="OverflowException">The scale of the product is beyond what a decimal holds.</exception>
    public Unit Times(Unit other)
    {
        var text = Text.Length == 0 ? other.Text : other.Text.Length == 0 ? Text : $"{Text}·{other.Text}";
        return new Unit(text, Held(Scale * other.Scale), Merge(other.Dimensions, 1));
    }

    /// <summary>Quotient of two units.</summary>
    /// <exception cref="OverflowException">The scale of the quotient is beyond what a decimal holds.</exception>
    public Unit Over(Unit other)
    {
        var text = other.Text.Length == 0 ? Text : other.Text == Text ? "" : $"{(Text.Length == 0 ? "1" : Text)}/{other.Text.Replace('/', '·')}";
        return new Unit(text, Held(Scale / other.Scale), Merge(other.Dimensions, -1));
    }

    /// <summary>Whether values of the two units can be compared or added after conversion.</summary>
    public bool SameDimension(Unit other) => Dimensions.SequenceEqual(other.Dimensions);

    /// <summary>The factor that turns a number of this unit into a number of <paramref name="target"/>.</summary>
    /// <exception cref="OverflowException">The factor is beyond what a decimal holds.</exception>
    public decimal FactorTo(Unit target) => Held(Scale / target.Scale);

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && Scale == other.Scale && SameDimension(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scale, Dimensions.Count);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>How a message names the unit.</summary>
    internal string Named => Text.Length == 0 ? "无单位的数" : Text;

    /// <summary>A scale that became too small to be told from zero is as useless as one that became too large.</summary>
    private static decimal Held(decimal scale) => scale == 0m ? throw new OverflowException() : scale;

    private static Unit? Combine(Unit left, Unit right, bool divide)
    {
        try
        {
            return divide ? left.Over(right) : left.Times(right);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static bool TryParseFactor(string symbol, out Unit unit)
    {
        unit = One;
        if (symbol is "1")
            return true;
        if (!UnitSymbols.Known.TryGetValue(symbol, out var known))
            return false;
        unit = new Unit(symbol, known.Scale, known.Power == 0
            ? ImmutableSortedDictionary<string, int>.Empty
            : ImmutableSortedDictionary<string, int>.Empty.Add(known.Dimension, known.Power));
        return true;
    }

    private ImmutableSortedDictionary<string, int> Merge(ImmutableSortedDictionary<string, int> other, int sign)
    {
        var result = Dimensions;
        foreach (var (dimension, power) in other)
        {
            var sum = result.GetValueOrDefault(dimension) + (sign * power);
            result = sum == 0 ? result.Remove(dimension) : result.SetItem(dimension, sum);
        }

        return result;
    }

    /// <summary>What a text was read as; no unit where it names none.</summary>
    private sealed record Reading(Unit? Unit);
}
