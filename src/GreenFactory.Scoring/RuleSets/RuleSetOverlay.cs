namespace GreenFactory.Scoring.RuleSets;

/// <summary>The one document an overlay rests on: identity, version and content hash, so that a changed parent can never slip underneath.</summary>
public sealed record ParentReference(string Id, string Version, string Hash);

/// <summary>Changes to one list of a rule set. Items are found by their code; a replaced item keeps its place, an added one comes last.</summary>
public sealed record ListPatch<T>(IReadOnlyList<T> Add, IReadOnlyList<T> Replace, IReadOnlyList<string> Remove)
{
    /// <summary>No change.</summary>
    public static ListPatch<T> None { get; } = new([], [], []);
}

/// <summary>
/// Changes to the rows of one parameter table of the parent. <see cref="Keep"/>, unless empty, drops every row with another key;
/// <see cref="Remove"/> drops the rows of its keys on all dates; <see cref="Add"/> comes last, so that removing and adding a key replaces it.
/// </summary>
public sealed record RowPatch(string Table, IReadOnlyList<string> Keep, IReadOnlyList<string> Remove, IReadOnlyList<ParameterRow> Add);

/// <summary>
/// A rule set written as its differences from a parent. Identity and provenance are always its own; a field that is null is the parent's.
/// An overlay has no meaning apart from <see cref="Flatten(RuleSet, RuleSetOverlay)"/>: whatever is published, stored or scored is the full set.
/// </summary>
public sealed record RuleSetOverlay
{
    /// <summary>The document it rests on.</summary>
    public required ParentReference Extends { get; init; }

    /// <summary>Identity of the resulting set.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the resulting set.</summary>
    public required string Version { get; init; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; init; }

    /// <summary>Where the overlay comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What a reader must know about the provenance.</summary>
    public required string ProvenanceNote { get; init; }

    /// <summary>Standards and clauses.</summary>
    public IReadOnlyList<Basis>? Basis { get; init; }

    /// <summary>What the set lacks.</summary>
    public IReadOnlyList<string>? Lacks { get; init; }

    /// <summary>First day of use. An overlay that states it has a period of its own and does not take over the parent's last day.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last day of use.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>GB/T 4754—2017 codes to which the set applies.</summary>
    public IReadOnlyList<string>? IndustryCodes { get; init; }

    /// <summary>Decisions where the standard is silent.</summary>
    public Policies? Policies { get; init; }

    /// <summary>Changes to 基本要求.</summary>
    public ListPatch<Gate> Gates { get; init; } = ListPatch<Gate>.None;

    /// <summary>Changes to the questions.</summary>
    public ListPatch<InputDefinition> Inputs { get; init; } = ListPatch<InputDefinition>.None;

    /// <summary>Changes to the questions asked per row.</summary>
    public ListPatch<RepeatGroup> RepeatGroups { get; init; } = ListPatch<RepeatGroup>.None;

    /// <summary>Changes to the named formulas.</summary>
    public ListPatch<Definition> Definitions { get; init; } = ListPatch<Definition>.None;

    /// <summary>Changes to 一级指标.</summary>
    public ListPatch<IndicatorGroup> Groups { get; init; } = ListPatch<IndicatorGroup>.None;

    /// <summary>Changes to the scored rows.</summary>
    public ListPatch<Indicator> Indicators { get; init; } = ListPatch<Indicator>.None;

    /// <summary>Changes to whole parameter tables.</summary>
    public ListPatch<ParameterTable> Parameters { get; init; } = ListPatch<ParameterTable>.None;

    /// <summary>Changes inside parameter tables, made after <see cref="Parameters"/>.</summary>
    public IReadOnlyList<RowPatch> Rows { get; init; } = [];

    /// <summary>The full set. Refused, with the path in the overlay, if the parent is another document or a patch names what is not there.</summary>
    public static RuleSetReading Flatten(RuleSet parent, RuleSetOverlay overlay) => Flatten(parent, RuleSetWriter.ContentHash(parent), overlay);

    /// <summary>As above, for a caller that knows the parent's hash already.</summary>
    internal static RuleSetReading Flatten(RuleSet parent, string parentHash, RuleSetOverlay overlay)
    {
        var problems = new List<Problem>();
        if (overlay.Extends.Id != parent.Id || overlay.Extends.Version != parent.Version)
            problems.Add(new Problem("overlay.parent", "$.extends", $"本规则集以“{overlay.Extends.Id} {overlay.Extends.Version}”为基础，给出的却是“{parent.Id} {parent.Version}”。"));
        else if (overlay.Extends.Hash != parentHash)
            problems.Add(new Problem("overlay.hash", "$.extends.hash", $"基础规则集“{parent.Id} {parent.Version}”的内容与引用时不同（现为 {parentHash}）。请核对改动后再更新此处的校验值。"));
        if (problems.Count > 0)
            return new RuleSetReading(null, problems);

        var parameters = Apply(parent.Parameters, overlay.Parameters, t => t.Code, "parameters", "参数表", problems);
        var set = parent with
        {
            Id = overlay.Id,
            Version = overlay.Version,
            Title = overlay.Title,
            Provenance = overlay.Provenance,
            ProvenanceNote = overlay.ProvenanceNote,
            Basis = overlay.Basis ?? parent.Basis,
            Lacks = overlay.Lacks ?? parent.Lacks,
            EffectiveFrom = overlay.EffectiveFrom ?? parent.EffectiveFrom,
            EffectiveTo = overlay.EffectiveTo ?? (overlay.EffectiveFrom is null ? parent.EffectiveTo : null),
            IndustryCodes = overlay.IndustryCodes ?? parent.IndustryCodes,
            Policies = overlay.Policies ?? parent.Policies,
            Gates = Apply(parent.Gates, overlay.Gates, g => g.Code, "gates", "基本要求", problems),
            Inputs = Apply(parent.Inputs, overlay.Inputs, i => i.Code, "inputs", "输入项", problems),
            RepeatGroups = Apply(parent.RepeatGroups, overlay.RepeatGroups, g => g.Code, "repeatGroups", "多行填报项", problems),
            Definitions = Apply(parent.Definitions, overlay.Definitions, d => d.Code, "definitions", "定义", problems),
            Groups = Apply(parent.Groups, overlay.Groups, g => g.Code, "groups", "一级指标", problems),
            Indicators = Apply(parent.Indicators, overlay.Indicators, i => i.Code, "indicators", "指标", problems),
            Parameters = ApplyRows(parameters, overlay.Rows, problems),
        };
        return new RuleSetReading(problems.Count == 0 ? set : null, problems);
    }

    private static IReadOnlyList<T> Apply<T>(IReadOnlyList<T> items, ListPatch<T> patch, Func<T, string> code, string member, string what, List<Problem> problems)
    {
        if (patch.Add.Count + patch.Replace.Count + patch.Remove.Count == 0)
            return items;
        var known = items.Select(code).ToHashSet(StringComparer.Ordinal);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        Require(patch.Replace.Select(code), known, touched, $"$.{member}.replace", "].code", what, problems);
        Require(patch.Remove, known, touched, $"$.{member}.remove", "]", what, problems);
        for (var i = 0; i < patch.Add.Count; i++)
        {
            if (!known.Add(code(patch.Add[i])))
                problems.Add(new Problem("overlay.exists", $"$.{member}.add[{i}].code", $"{what}“{code(patch.Add[i])}”已经存在；要改动它请写在 replace 里。"));
        }

        var replaced = patch.Replace.GroupBy(code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return [.. items.Where(i => !patch.Remove.Contains(code(i))).Select(i => replaced.GetValueOrDefault(code(i), i)), .. patch.Add];
    }

    private static IReadOnlyList<ParameterTable> ApplyRows(IReadOnlyList<ParameterTable> tables, IReadOnlyList<RowPatch> patches, List<Problem> problems)
    {
        var result = tables.ToList();
        var patched = new HashSet<string>(StringComparer.Ordinal);
        for (var p = 0; p < patches.Count; p++)
        {
            var patch = patches[p];
            var at = result.FindIndex(t => t.Code == patch.Table);
            if (at < 0 || !patched.Add(patch.Table))
            {
                problems.Add(new Problem(
                    at < 0 ? "overlay.absent" : "overlay.twice", $"$.rows[{p}].table", at < 0 ? $"没有参数表“{patch.Table}”，无法改动其中的行。" : $"参数表“{patch.Table}”已改动过一次，请合并到一处。"));
                continue;
            }

            var known = result[at].Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
            var touched = new HashSet<string>(StringComparer.Ordinal);
            Require(patch.Keep, known, touched, $"$.rows[{p}].keep", "]", $"参数表“{patch.Table}”的行", problems);
            Require(patch.Remove, known, touched, $"$.rows[{p}].remove", "]", $"参数表“{patch.Table}”的行", problems);
            var keep = patch.Keep.Count == 0 ? known : patch.Keep.ToHashSet(StringComparer.Ordinal);
            var remove = patch.Remove.ToHashSet(StringComparer.Ordinal);
            result[at] = result[at] with { Rows = [.. result[at].Rows.Where(r => keep.Contains(r.Key) && !remove.Contains(r.Key)), .. patch.Add] };
        }

        return result;
    }

    private static void Require(
        IEnumerable<string> codes, HashSet<string> known, HashSet<string> touched, string path, string end, string what, List<Problem> problems)
    {
        foreach (var (i, code) in codes.Index())
        {
            if (!known.Contains(code))
                problems.Add(new Problem("overlay.absent", $"{path}[{i}{end}", $"基础规则集里没有{what}“{code}”，无法改动或删除；请核对代码。"));
            else if (!touched.Add(code))
                problems.Add(new Problem("overlay.twice", $"{path}[{i}{end}", $"{what}“{code}”在本规则集里改动了两次，请只保留一处。"));
        }
    }
}
