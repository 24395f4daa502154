namespace GreenFactory.Scoring.RuleSets;

/// <summary>What a rule set evaluates.</summary>
public enum RuleSetKind
{
    /// <summary>绿色工厂.</summary>
    Factory,

    /// <summary>绿色工业园区.</summary>
    Park,
}

/// <summary>Where a number or a table comes from, and how far it can be relied on.</summary>
public enum Provenance
{
    /// <summary>官方: loaded from the official document and confirmed.</summary>
    Official,

    /// <summary>转录: read in a standard or an official text and typed in by hand.</summary>
    Transcribed,

    /// <summary>派生: worked out from transcribed material.</summary>
    Derived,

    /// <summary>示例: made up to show the method; never to be relied on.</summary>
    Example,
}

/// <summary>The standard or document a rule set rests on, and the clause in it.</summary>
public sealed record Basis(string Standard, string? Clause);

/// <summary>
/// A rule set: everything that is needed to ask for facts and to score them. It is a document; it says nothing that a reader of its JSON could not see.
/// Weights and points are points (分); every other number carries its unit.
/// </summary>
public sealed record RuleSet
{
    /// <summary>Identity over all versions, for instance gbt36132-2025.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the document; a correction is a new version.</summary>
    public required string Version { get; init; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; init; }

    /// <summary>Factory or park.</summary>
    public required RuleSetKind Kind { get; init; }

    /// <summary>Standards and clauses the set rests on.</summary>
    public IReadOnlyList<Basis> Basis { get; init; } = [];

    /// <summary>Where the set as a whole comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What a reader must know about the provenance, and every decision taken where the sources are silent.</summary>
    public string ProvenanceNote { get; init; } = "";

    /// <summary>What the set lacks, one Chinese sentence each; shown wherever the set is offered.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];

    /// <summary>First day on which the set may be used.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last day on which the set may be used; none while it is current.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>GB/T 4754—2017 codes to which the set applies; empty when it applies to any.</summary>
    public IReadOnlyList<string> IndustryCodes { get; init; } = [];

    /// <summary>How silence of the standard is decided.</summary>
    public required Policies Policies { get; init; }

    /// <summary>Questions asked once.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; init; } = [];

    /// <summary>Questions asked once per row, for instance per product.</summary>
    public IReadOnlyList<RepeatGroup> RepeatGroups { get; init; } = [];

    /// <summary>Named formulas over inputs, in the order in which they may use each other.</summary>
    public IReadOnlyList<Definition> Definitions { get; init; } = [];

    /// <summary>What ought to hold between answers.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>基本要求: pass or fail, never scored.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>一级指标.</summary>
    public IReadOnlyList<IndicatorGroup> Groups { get; init; } = [];

    /// <summary>Every scored row, in the order of the form.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>Tables of numbers about the world, each with source and date.</summary>
    public IReadOnlyList<ParameterTable> Parameters { get; init; } = [];
}
