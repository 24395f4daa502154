namespace GreenFactory.Scoring.Simulation;

/// <summary>A stretch of scores and how many submissions lie in it. <see cref="To"/> is outside, except in the last stretch.</summary>
public sealed record ScoreBin(decimal From, decimal To, int Before, int After);

/// <summary>A submission among all others, by both sets.</summary>
public sealed record SimulatedMove(SimulatedOutcome Outcome, int RankBefore, int RankAfter, LineCrossing Crossing)
{
    /// <summary>Change of the total.</summary>
    public decimal Change => Outcome.After - Outcome.Before;
}

/// <summary>Submissions that belong together: an industry, a district. The sums are exact.</summary>
public sealed record SimulatedPart(string Name, int Count, decimal SumBefore, decimal SumAfter, int Up, int Down, int Enters, int Leaves)
{
    /// <summary>Change of the mean, unrounded.</summary>
    public decimal MeanChange => (SumAfter - SumBefore) / Count;
}

/// <summary>The sum over all submissions of what a cause changed, exactly, and how many it moved.</summary>
public sealed record CauseTotal(EffectCause Cause, decimal Sum, int Moved);

/// <summary>The same for one indicator; an empty code is rounding of the total and the spreading of weight.</summary>
public sealed record EffectTotal(EffectCause Cause, string Indicator, decimal Sum, int Moved);

/// <summary>
/// What a new rule set would have done to a whole year's submissions. It does not depend on the order in which they were given, and the sums of
/// <see cref="Causes"/> and <see cref="Effects"/> are the change of the sum of all totals exactly.
/// </summary>
public sealed record SimulationReport
{
    /// <summary>All of them together.</summary>
    public required SimulatedPart All { get; init; }

    /// <summary>The line, if one was drawn.</summary>
    public SimulationLine? Line { get; init; }

    /// <summary>Distribution of the totals.</summary>
    public IReadOnlyList<ScoreBin> Bins { get; init; } = [];

    /// <summary>Every submission, by its new rank.</summary>
    public IReadOnlyList<SimulatedMove> Moves { get; init; } = [];

    /// <summary>By industry.</summary>
    public IReadOnlyList<SimulatedPart> Industries { get; init; } = [];

    /// <summary>By district.</summary>
    public IReadOnlyList<SimulatedPart> Districts { get; init; } = [];

    /// <summary>By cause.</summary>
    public IReadOnlyList<CauseTotal> Causes { get; init; } = [];

    /// <summary>By cause and indicator, the largest first.</summary>
    public IReadOnlyList<EffectTotal> Effects { get; init; } = [];

    /// <summary>Submissions with answers that the new set cannot use.</summary>
    public int WithRefusedAnswers { get; init; }
}
