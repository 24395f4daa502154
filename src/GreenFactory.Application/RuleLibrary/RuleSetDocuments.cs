using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>From rule sets of the language to content of the library, and what the checks say of them.</summary>
public static class RuleSetDocuments
{
    /// <summary>The content of the library for a set.</summary>
    public static RuleSetContent ContentOf(RuleSet set, string goldenCases)
    {
        var document = RuleSetWriter.WriteCanonical(set);
        return new RuleSetContent(
            set.Id,
            set.Version,
            set.Title,
            set.Kind is RuleSetKind.Park ? OrganisationKind.Park : OrganisationKind.Factory,
            set.Provenance.ToString().ToLowerInvariant(),
            set.IndustryCodes,
            document,
            CanonicalJson.Hash(document),
            goldenCases)
        {
            ExampleValues = [.. set.Parameters.SelectMany(table => table.Rows).Where(row => row.Provenance is Provenance.Example).Select(row => row.Label).Distinct()],
        };
    }

    /// <summary>The set of a stored version.</summary>
    /// <exception cref="InvalidDataException">The stored document is not a rule set: the store was tampered with.</exception>
    public static RuleSet SetOf(RuleSetVersion version) =>
        RuleSetReader.Read(version.Document).RuleSet ?? throw new InvalidDataException($"Rule set {version.RuleSetId} {version.Version} cannot be read.");

    /// <summary>SHA-256 over the document and the golden cases of a stored version, in hexadecimal: whoever decides on a version names what they saw.</summary>
    public static string SealOf(RuleSetVersion version) => CanonicalJson.Hash($"{version.ContentHash}\n{CanonicalJson.Canonicalise(version.GoldenCases)}");

    /// <summary>Everything that the checker and the golden cases find; warnings are among them.</summary>
    public static RuleSetCheck Check(RuleSet set, string goldenCases)
    {
        var (cases, problems) = GoldenCaseFile.Read(goldenCases);
        var found = problems.Concat(RuleSetChecker.Check(set, [.. cases])).ToList();
        var runs = CompiledRuleSet.TryCompile(set, out var compiled, out _) ? GoldenCaseFile.Run(compiled, cases) : [];
        return new RuleSetCheck(found, runs);
    }
}

/// <summary>What the checks found.</summary>
/// <param name="Problems">Findings of the checker and of the cases.</param>
/// <param name="Runs">The golden cases as they came out; empty when the set cannot be compiled.</param>
public sealed record RuleSetCheck(IReadOnlyList<Problem> Problems, IReadOnlyList<GoldenRun> Runs)
{
    /// <summary>Findings that forbid publication.</summary>
    public IEnumerable<Problem> Errors => Problems.Where(problem => problem.Severity is Severity.Error);

    /// <summary>Findings for a person to weigh.</summary>
    public IEnumerable<Problem> Warnings => Problems.Where(problem => problem.Severity is Severity.Warning);

    /// <summary>Whether it may be published.</summary>
    public bool IsGreen => !Errors.Any();
}
