using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(GreenFactory.EndToEnd.Tests.LongestFirst))]

namespace GreenFactory.EndToEnd.Tests;

/// <summary>The longest journeys begin first, so that the others run beside them and not after them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [nameof(FactoryJourneyTests), nameof(ParkJourneyTests), nameof(ReliabilityTests)];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection))];

    private static int Place(ITestCollection collection) =>
        Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var place ? place : Longest.Length;
}
