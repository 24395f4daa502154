namespace GreenFactory.Scoring;

/// <summary>State of a gate.</summary>
public enum GateState
{
    /// <summary>Not answered yet.</summary>
    Missing,

    /// <summary>Met.</summary>
    Passed,

    /// <summary>Not met.</summary>
    Failed,
}
