using Xunit.Abstractions;

[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: TestCollectionOrderer("GreenFactory.Scoring.Tests.CheapFirst", "GreenFactory.Scoring.Tests")]

namespace GreenFactory.Scoring.Tests;

/// <summary>The quick tests first: the first that fails ends the trial of a mutant.</summary>
public sealed class CheapFirst : ITestCollectionOrderer
{
    /// <summary>From here on each test takes long; the last take longest.</summary>
    private static readonly string[] Slow =
    [
        "Evaluation.DefinitionTests", "Evaluation.GeneralSetTests", "Approval.FormulaTests", "Approval.DocumentTests", "Approval.SimulationTests",
        "Expressions.ExpressionTests", "Approval.FieldTests", "Json.HostileDocumentTests",
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(Slow, name => collection.DisplayName.EndsWith("Tests." + name, StringComparison.Ordinal)));
}
