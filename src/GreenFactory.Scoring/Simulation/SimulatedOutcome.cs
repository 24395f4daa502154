namespace GreenFactory.Scoring.Simulation;

/// <summary>What of the rule set moved a score.</summary>
public enum EffectCause
{
    /// <summary>参数: a number in a table.</summary>
    Parameter,

    /// <summary>参数和公式: new numbers that the old formulas cannot read, so that the two cannot be told apart.</summary>
    ParameterAndFormula,

    /// <summary>公式: how an indicator is scored or what is asked.</summary>
    Formula,

    /// <summary>权重: weights of indicators and groups.</summary>
    Weight,

    /// <summary>处理办法: rounding, what is not applicable, the full total.</summary>
    Policy,
}

/// <summary>
/// A part of the change of one score, in points. An empty <see cref="Indicator"/> is what rounding of the total and the spreading of weight
/// that is not applicable contribute.
/// </summary>
public sealed record SimulatedEffect(EffectCause Cause, string Indicator, decimal Change);

/// <summary>One submission under both sets. The effects sum to the change exactly.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="Before">Total by the old set.</param>
/// <param name="After">Total by the new set.</param>
/// <param name="Effects">Where the change comes from.</param>
/// <param name="RefusedBefore">Answers that the old set cannot use.</param>
/// <param name="RefusedAfter">Answers that the new set cannot use; the rows that need them count zero.</param>
public sealed record SimulatedOutcome(
    SimulatedSubmission Submission, decimal Before, decimal After, IReadOnlyList<SimulatedEffect> Effects, IReadOnlyList<Problem> RefusedBefore, IReadOnlyList<Problem> RefusedAfter)
{
    /// <summary>What moved the score most; none when it did not move.</summary>
    public SimulatedEffect? Main => Largest(Effects);

    /// <summary>The effect that moved a score most; of equal ones the first by cause and indicator.</summary>
    public static SimulatedEffect? Largest(IEnumerable<SimulatedEffect> effects) => effects
        .OrderByDescending(effect => Math.Abs(effect.Change)).ThenBy(effect => effect.Cause).ThenBy(effect => effect.Indicator, StringComparer.Ordinal).FirstOrDefault();
}
