using GreenFactory.Domain.Organisations;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>What a version of a rule set says, as it was read from its canonical document.</summary>
/// <param name="RuleSetId">Identifier of the set, such as <c>gbt36132-2025</c>.</param>
/// <param name="Version">Version of the set, such as <c>1.0.0</c>.</param>
/// <param name="Title">Title in Chinese.</param>
/// <param name="Kind">Whom it applies to.</param>
/// <param name="Provenance">official, transcribed, derived or example.</param>
/// <param name="IndustryCodes">GB/T 4754-2017 codes it applies to; empty when it applies to any.</param>
/// <param name="Document">The canonical document.</param>
/// <param name="ContentHash">SHA-256 of the canonical document, in hexadecimal.</param>
/// <param name="GoldenCases">Worked examples with their expected outcome: a JSON array.</param>
public sealed record RuleSetContent(
    string RuleSetId,
    string Version,
    string Title,
    OrganisationKind Kind,
    string Provenance,
    IReadOnlyList<string> IndustryCodes,
    string Document,
    string ContentHash,
    string GoldenCases)
{
    /// <summary>What its example values (示例) are called: nobody may be held to them before the authority confirmed them.</summary>
    public IReadOnlyList<string> ExampleValues { get; init; } = [];
}
