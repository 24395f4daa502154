namespace GreenFactory.Scoring.Tests;

/// <summary>How much a test tries: all of it as a rule, a small part where the same tests are run once for every mutant (docs/mutation.md).</summary>
internal static class Effort
{
#if MUTATION
    private const int Part = 50;

    /// <summary>The shipped sets that a mutation run reads: one of each kind, and one overlay.</summary>
    public static bool Reads(string id) => id is "gbt36132-2018" or "gbt36132-2025" or "park-2026" or "park-legacy-2016" or "industry-24-cement";
#else
    private const int Part = 1;

    /// <summary>Every shipped set.</summary>
    public static bool Reads(string id) => id.Length > 0;
#endif

    /// <summary>So many attempts, or a part of them.</summary>
    public static int Of(int attempts) => Math.Max(2, attempts / Part);
}
