using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>What a rule found, shown whole when there is anything.</summary>
internal static class Findings
{
    public static void AssertNone(IEnumerable<string> findings)
    {
        var found = findings.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found.Prepend($"{found.Count} found:")));
    }
}
