using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.RuleSets;

/// <summary>A rule set as far as it could be read, and everything wrong with the text. The set is null if its outline is unreadable.</summary>
public sealed record RuleSetReading(RuleSet? RuleSet, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether the text was a rule set without mistakes of form.</summary>
    public bool IsValid => RuleSet is not null && Problems.Count == 0;

    /// <summary>Line of every field that was read, by its path without the leading "$.".</summary>
    internal IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    /// <summary>The problem with the line on which its path stands in the text that was read; the first line if not even what is around it is there.</summary>
    public Problem Locate(Problem problem)
    {
        for (var at = problem.Path; at.Length > 2; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (Lines.TryGetValue(at[2..], out var line))
                return problem with { Line = line };
        }

        return Lines.Count > 0 ? problem with { Line = 1 } : problem;
    }
}

/// <summary>Reads a rule set from JSON. Unknown, repeated and misplaced fields are refused, never ignored.</summary>
public static class RuleSetReader
{
    /// <summary>The word that opens every rule-set document.</summary>
    public const string Format = "greenfactory-ruleset/1";

    /// <summary>Reads a document.</summary>
    public static RuleSetReading Read(string json)
    {
        var problems = new List<Problem>();
        return Read(LocatedJson.Parse(json, problems), problems);
    }

    internal static RuleSetReading Read(LocatedJson? document, List<Problem> problems)
    {
        if (ObjectReader.From(document, problems) is not { } root)
            return new RuleSetReading(null, problems);
        return new RuleSetReading(Read(root, problems), Problem.Told(problems)) { Lines = document!.Lines() };
    }

    private static RuleSet Read(ObjectReader root, List<Problem> problems)
    {
        var format = root.Text("format");
        if (format != Format)
            root.Report("ruleset.format", "format", $"“format”应当是“{Format}”。");
        var set = new RuleSet
        {
            Id = root.Text("id"),
            Version = root.Text("version"),
            Title = root.Text("title"),
            Kind = root.Choice("kind", Words.Kinds),
            Basis = root.List("basis", node => ReadBasis(node, problems)),
            Provenance = root.Choice("provenance", Words.Provenances),
            ProvenanceNote = root.OptionalText("provenanceNote") ?? "",
            Lacks = root.Texts("lacks"),
            EffectiveFrom = root.OptionalDate("effectiveFrom"),
            EffectiveTo = root.OptionalDate("effectiveTo"),
            IndustryCodes = root.Texts("industryCodes"),
            Policies = ReadPolicies(ObjectReader.From(root.Node("policies"), problems), root, problems),
            Inputs = root.List("inputs", node => InputReader.Read(node, problems)),
            RepeatGroups = root.List("repeatGroups", node => InputReader.ReadGroup(node, problems)),
            Definitions = root.List("definitions", node => DefinitionReader.Read(node, problems)),
            Cautions = root.List("cautions", node => DefinitionReader.ReadCaution(node, problems)),
            Gates = root.List("gates", node => ReadGate(node, problems)),
            Groups = root.List("groups", node => ReadGroup(node, problems)),
            Indicators = root.List("indicators", node => IndicatorReader.Read(node, problems)),
            Parameters = root.List("parameters", node => ParameterReader.Read(node, problems)),
        };
        root.Finish();
        return set;
    }

    internal static Basis? ReadBasis(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var basis = new Basis(reader.Text("standard"), reader.OptionalText("clause"));
        reader.Finish();
        return basis;
    }

    internal static Policies ReadPolicies(ObjectReader? reader, ObjectReader root, List<Problem> problems)
    {
        if (reader is null)
        {
            root.Report("json.required", "policies", "缺少必填字段“policies”（不适用、取整、达标线的处理办法）。");
            return new Policies(NotApplicablePolicy.Zero, new Rounding(RoundingMode.AwayFromZero, 2, RoundingPlace.Indicator), null, null);
        }

        var rounding = ObjectReader.From(reader.Node("rounding"), problems);
        if (rounding is null)
            reader.Report("json.required", "rounding", "缺少必填字段“rounding”。");
        var places = rounding?.OptionalInteger("places") ?? 2;
        if (places > Rounding.MaxPlaces)
            rounding!.Report("policy.places", "places", $"得分最多保留 {Rounding.MaxPlaces} 位小数。");
        var policies = new Policies(
            reader.Choice("notApplicable", Words.NotApplicable),
            new Rounding(rounding?.Choice("mode", Words.RoundingModes) ?? default, Math.Min(places, Rounding.MaxPlaces), rounding?.Choice("at", Words.RoundingPlaces) ?? default),
            reader.OptionalNumber("passLine"),
            reader.OptionalNumber("scaleTo"))
        {
            Preference = ReadPreference(ObjectReader.From(reader.Node("preference"), problems), problems),
        };
        rounding?.Finish();
        reader.Finish();
        return policies;
    }

    private static PreferenceRule? ReadPreference(ObjectReader? reader, List<Problem> problems)
    {
        if (reader is null)
            return null;
        var rule = new PreferenceRule
        {
            Clause = reader.Text("clause"),
            Group = reader.Text("group"),
            Name = reader.Text("name"),
            Value = reader.Text("value"),
            Unit = reader.Text("unit"),
            KeySectors = ReadLevel(reader, "keySectors", problems),
            Others = ReadLevel(reader, "others", problems),
        };
        reader.Finish();
        return rule;
    }

    private static PreferenceLevel ReadLevel(ObjectReader owner, string name, List<Problem> problems)
    {
        var node = owner.Node(name);
        if (ObjectReader.From(node, problems) is not { } reader)
        {
            if (node is null)
                owner.Report("json.required", name, $"缺少必填字段“{name}”（参数表和列）。");
            return new PreferenceLevel("", "");
        }

        var level = new PreferenceLevel(reader.Text("table"), reader.Text("column"));
        reader.Finish();
        return level;
    }

    internal static Gate? ReadGate(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var gate = new Gate
        {
            Code = reader.Text("code"),
            Title = reader.Text("title"),
            Clause = reader.OptionalText("clause") ?? "",
            Text = reader.Text("text"),
            Evidence = reader.Texts("evidence"),
            EvidenceIfAny = reader.Texts("evidenceIfAny"),
            Mandatory = reader.Flag("mandatory", otherwise: true),
            NegativeList = reader.Flag("negativeList"),
        };
        reader.Finish();
        return gate;
    }

    internal static IndicatorGroup? ReadGroup(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var group = new IndicatorGroup(reader.Text("code"), reader.Text("name"), reader.Number("weight"), reader.Flag("bonus"));
        reader.Finish();
        return group;
    }
}
