namespace GreenFactory.Scoring.Expressions;

/// <summary>How the numbers between the answers and the rounded points are worked out. A sheet names it, and is replayed by the one it names.</summary>
public enum ScoreArithmetic
{
    /// <summary>Sheets of before: every step is rounded to what a decimal of 96 bits holds, about 28 digits.</summary>
    Decimal,

    /// <summary>Every step is exact; a number is rounded only where the rule set says so.</summary>
    Exact,
}
