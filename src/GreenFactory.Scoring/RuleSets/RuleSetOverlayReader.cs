using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.RuleSets;

/// <summary>An overlay as far as it could be read, and everything wrong with the text.</summary>
public sealed record RuleSetOverlayReading(RuleSetOverlay? Overlay, IReadOnlyList<Problem> Problems);

/// <summary>Reads an overlay from JSON. Items have the same form as in a full set; unknown, repeated and misplaced fields are refused.</summary>
public static class RuleSetOverlayReader
{
    /// <summary>The word that opens every overlay.</summary>
    public const string Format = "greenfactory-overlay/1";

    /// <summary>Reads a document.</summary>
    public static RuleSetOverlayReading Read(string json)
    {
        var problems = new List<Problem>();
        return Read(LocatedJson.Parse(json, problems), problems);
    }

    internal static bool IsOverlay(LocatedJson? document) =>
        document is LocatedObject root && root.Members.TryGetValue("format", out var format) && format is LocatedText { Text: Format };

    internal static RuleSetOverlayReading Read(LocatedJson? document, List<Problem> problems)
    {
        if (ObjectReader.From(document, problems) is not { } root)
            return new RuleSetOverlayReading(null, problems);
        if (root.Text("format") != Format)
            root.Report("ruleset.format", "format", $"“format”应当是“{Format}”。");
        var overlay = new RuleSetOverlay
        {
            Extends = ReadParent(root, problems),
            Id = root.Text("id"),
            Version = root.Text("version"),
            Title = root.Text("title"),
            Provenance = root.Choice("provenance", Words.Provenances),
            ProvenanceNote = root.Text("provenanceNote"),
            Basis = root.Has("basis") ? root.List("basis", node => RuleSetReader.ReadBasis(node, problems)) : null,
            Lacks = root.Has("lacks") ? root.Texts("lacks") : null,
            EffectiveFrom = root.OptionalDate("effectiveFrom"),
            EffectiveTo = root.OptionalDate("effectiveTo"),
            IndustryCodes = root.Has("industryCodes") ? root.Texts("industryCodes") : null,
            Policies = root.Has("policies") ? RuleSetReader.ReadPolicies(ObjectReader.From(root.Node("policies"), problems), root, problems) : null,
            Gates = ReadPatch(root, "gates", problems, RuleSetReader.ReadGate),
            Inputs = ReadPatch(root, "inputs", problems, InputReader.Read),
            RepeatGroups = ReadPatch(root, "repeatGroups", problems, InputReader.ReadGroup),
            Definitions = ReadPatch(root, "definitions", problems, DefinitionReader.Read),
            Groups = ReadPatch(root, "groups", problems, RuleSetReader.ReadGroup),
            Indicators = ReadPatch(root, "indicators", problems, IndicatorReader.Read),
            Parameters = ReadPatch(root, "parameters", problems, ParameterReader.Read),
            Rows = root.List("rows", node => ReadRows(node, problems)),
        };
        root.Finish();
        return new RuleSetOverlayReading(overlay, Problem.Told(problems));
    }

    private static ParentReference ReadParent(ObjectReader root, List<Problem> problems)
    {
        if (ObjectReader.From(root.Node("extends"), problems) is not { } reader)
        {
            root.Report("json.required", "extends", "缺少必填字段“extends”（基础规则集的 id、version、hash）。");
            return new ParentReference("", "", "");
        }

        var parent = new ParentReference(reader.Text("id"), reader.Text("version"), reader.Text("hash"));
        reader.Finish();
        return parent;
    }

    private static ListPatch<T> ReadPatch<T>(ObjectReader root, string name, List<Problem> problems, Func<LocatedJson, List<Problem>, T?> read)
        where T : class
    {
        if (ObjectReader.From(root.Node(name), problems) is not { } reader)
            return ListPatch<T>.None;
        var patch = new ListPatch<T>(
            reader.List("add", node => read(node, problems)), reader.List("replace", node => read(node, problems)), reader.Texts("remove"));
        reader.Finish();
        return patch;
    }

    private static RowPatch? ReadRows(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var patch = new RowPatch(
            reader.Text("table"), reader.Texts("keep"), reader.Texts("remove"), reader.List("add", row => ParameterReader.ReadRow(row, problems)));
        reader.Finish();
        return patch;
    }
}
