using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A formula as written, before names are resolved. <see cref="Position"/> counts characters from 0 and takes no part in equality.</summary>
public abstract record Expression
{
    /// <summary>What each text was parsed to, for as long as the text itself is kept: the sets that rest on one general set share its formulas.</summary>
    private static readonly ConditionalWeakTable<string, ExpressionResult> Parsed = [];

    /// <summary>Where the expression begins in the formula text.</summary>
    public int Position { get; init; }

    /// <summary>The formula in normal form; parsing it gives the same expression again.</summary>
    public sealed override string ToString() => ExpressionPrinter.Print(this);

    /// <summary>Parses a formula; every mistake carries its position and a Chinese sentence.</summary>
    public static ExpressionResult Parse(string text) => Parsed.GetValue(text, static text => new Parser(text).Parse());
}

/// <summary>A number, with its unit if one was written: <c>10000 [tce]</c>.</summary>
public sealed record NumberLiteral(decimal Value, string? Unit) : Expression
{
    /// <inheritdoc/>
    public bool Equals(NumberLiteral? other) => other is not null && Value == other.Value && Unit == other.Unit;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Unit);
}

/// <summary>A text in double quotes.</summary>
public sealed record TextLiteral(string Value) : Expression
{
    /// <inheritdoc/>
    public bool Equals(TextLiteral? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanLiteral(bool Value) : Expression
{
    /// <inheritdoc/>
    public bool Equals(BooleanLiteral? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}

/// <summary>The code of an input, a row input or a repeat group.</summary>
public sealed record Name(string Code) : Expression
{
    /// <inheritdoc/>
    public bool Equals(Name? other) => other is not null && Code == other.Code;

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A sign or <c>not</c> before an operand.</summary>
public sealed record Unary(string Operator, Expression Operand) : Expression
{
    /// <inheritdoc/>
    public bool Equals(Unary? other) => other is not null && Operator == other.Operator && Operand.Equals(other.Operand);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operator, Operand);
}

/// <summary>Two operands with an operator between them.</summary>
public sealed record Binary(string Operator, Expression Left, Expression Right) : Expression
{
    /// <inheritdoc/>
    public bool Equals(Binary? other) => other is not null && Operator == other.Operator && Left.Equals(other.Left) && Right.Equals(other.Right);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operator, Left, Right);
}

/// <summary>A function with its arguments.</summary>
public sealed record Call(string Function, ImmutableArray<Expression> Arguments) : Expression
{
    /// <inheritdoc/>
    public bool Equals(Call? other) => other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Function, Arguments.Length);
}

/// <summary>A parsed formula, or the mistake that stopped the parser.</summary>
public sealed record ExpressionResult(Expression? Expression, ExpressionError? Error);

/// <summary>A mistake in a formula: a stable code, its position (characters from 0) and a sentence an official can act on.</summary>
public sealed record ExpressionError(string Code, int Position, string Message);
