namespace GreenFactory.Domain.Declarations;

/// <summary>Whose values a score rests on. The three stand side by side; nobody overwrites another's.</summary>
public enum ScoreParty
{
    /// <summary>企业申报.</summary>
    Declared,

    /// <summary>区县核定.</summary>
    Verified,

    /// <summary>最终 (city and experts).</summary>
    Final,
}
