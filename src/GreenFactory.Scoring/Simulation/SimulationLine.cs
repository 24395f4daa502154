namespace GreenFactory.Scoring.Simulation;

/// <summary>What a line is drawn by.</summary>
public enum SimulationLineKind
{
    /// <summary>得分线: a total from which a submission is inside.</summary>
    Points,

    /// <summary>名额线: so many places of the ranking are inside.</summary>
    Places,
}

/// <summary>The line whose crossings are counted: a pass line in points, or a number of places.</summary>
public sealed record SimulationLine(SimulationLineKind Kind, decimal Value)
{
    /// <summary>Whether a submission with this total on this rank is inside.</summary>
    public bool Holds(decimal total, int rank) => Kind == SimulationLineKind.Points ? total >= Value : rank <= Value;
}

/// <summary>Whether a submission crosses the line.</summary>
public enum LineCrossing
{
    /// <summary>Stays where it is, or there is no line.</summary>
    None,

    /// <summary>进线: outside by the old set, inside by the new one.</summary>
    Enters,

    /// <summary>出线: inside by the old set, outside by the new one.</summary>
    Leaves,
}
