using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.RuleSets;

/// <summary>Writes a rule set as JSON: canonical for hashing, indented for people. Empty fields are left out; numbers are strings.</summary>
public static class RuleSetWriter
{
    /// <summary>Canonical JSON; two equal sets give the same text.</summary>
    public static string WriteCanonical(RuleSet set) => CanonicalJson.Write(Node(set));

    /// <summary>Indented JSON in reading order.</summary>
    public static string WriteReadable(RuleSet set) => CanonicalJson.WriteReadable(Node(set));

    /// <summary>SHA-256 of the canonical JSON as 64 lower-case hexadecimal digits.</summary>
    public static string ContentHash(RuleSet set) => CanonicalJson.Hash(WriteCanonical(set));

    private static JsonObject Node(RuleSet set) => JsonBuild.Object(
        ("format", RuleSetReader.Format),
        ("id", set.Id),
        ("version", set.Version),
        ("title", set.Title),
        ("kind", Words.Kinds.Word(set.Kind)),
        ("basis", JsonBuild.Array(set.Basis, b => JsonBuild.Object(("standard", b.Standard), ("clause", b.Clause)))),
        ("provenance", Words.Provenances.Word(set.Provenance)),
        ("provenanceNote", set.ProvenanceNote),
        ("lacks", JsonBuild.Texts(set.Lacks)),
        ("effectiveFrom", Date(set.EffectiveFrom)),
        ("effectiveTo", Date(set.EffectiveTo)),
        ("industryCodes", JsonBuild.Texts(set.IndustryCodes)),
        ("policies", Policies(set.Policies)),
        ("gates", JsonBuild.Array(set.Gates, Gate)),
        ("inputs", JsonBuild.Array(set.Inputs, Input)),
        ("repeatGroups", JsonBuild.Array(set.RepeatGroups, Group)),
        ("definitions", JsonBuild.Array(set.Definitions, d => JsonBuild.Object(
            ("code", d.Code), ("label", d.Label), ("unit", d.Unit), ("group", d.Group), ("formula", d.Formula), ("clause", d.Clause)))),
        ("cautions", JsonBuild.Array(set.Cautions, c => JsonBuild.Object(("at", c.At), ("holds", c.Holds), ("message", c.Message), ("refuses", JsonBuild.When(c.Refuses))))),
        ("groups", JsonBuild.Array(set.Groups, g => JsonBuild.Object(
            ("code", g.Code), ("name", g.Name), ("weight", JsonBuild.Number(g.Weight)), ("bonus", JsonBuild.When(g.Bonus))))),
        ("indicators", JsonBuild.Array(set.Indicators, Indicator)),
        ("parameters", JsonBuild.Array(set.Parameters, Table)));

    internal static JsonObject Policies(Policies policies) => JsonBuild.Object(
        ("notApplicable", Words.NotApplicable.Word(policies.NotApplicable)),
        ("rounding", JsonBuild.Object(
            ("mode", Words.RoundingModes.Word(policies.Rounding.Mode)),
            ("places", JsonBuild.Number(policies.Rounding.Places)),
            ("at", Words.RoundingPlaces.Word(policies.Rounding.At)))),
        ("passLine", JsonBuild.Number(policies.PassLine)),
        ("scaleTo", JsonBuild.Number(policies.ScaleTo)),
        ("preference", policies.Preference is { } preference ? Preference(preference) : null));

    private static JsonObject Preference(PreferenceRule rule) => JsonBuild.Object(
        ("clause", rule.Clause),
        ("group", rule.Group),
        ("name", rule.Name),
        ("value", rule.Value),
        ("unit", rule.Unit),
        ("keySectors", Level(rule.KeySectors)),
        ("others", Level(rule.Others)));

    private static JsonObject Level(PreferenceLevel level) => JsonBuild.Object(("table", level.Table), ("column", level.Column));

    private static JsonObject Gate(Gate gate) => JsonBuild.Object(
        ("code", gate.Code),
        ("title", gate.Title),
        ("clause", gate.Clause),
        ("text", gate.Text),
        ("evidence", JsonBuild.Texts(gate.Evidence)),
        ("evidenceIfAny", JsonBuild.Texts(gate.EvidenceIfAny)),
        ("mandatory", JsonBuild.Unless(gate.Mandatory)),
        ("negativeList", JsonBuild.When(gate.NegativeList)));

    private static JsonObject Input(InputDefinition input) => JsonBuild.Object(
        ("code", input.Code),
        ("label", input.Label),
        ("type", Words.InputTypes.Word(input.Type)),
        ("unit", input.Unit),
        ("decimals", JsonBuild.Number(input.Decimals)),
        ("min", JsonBuild.Number(input.Min)),
        ("max", JsonBuild.Number(input.Max)),
        ("plausibleMin", JsonBuild.Number(input.PlausibleMin)),
        ("plausibleMax", JsonBuild.Number(input.PlausibleMax)),
        ("options", JsonBuild.Array(input.Options, o => JsonBuild.Object(("code", o.Code), ("label", o.Label)))),
        ("optionsFrom", input.OptionsFrom),
        ("period", input.Period == InputPeriod.EvaluationYear ? null : Words.Periods.Word(input.Period)),
        ("section", input.Section),
        ("help", input.Help),
        ("evidence", JsonBuild.Texts(input.Evidence)),
        ("required", JsonBuild.Unless(input.Required)),
        ("visibleWhen", input.VisibleWhen));

    private static JsonObject Group(RepeatGroup group) => JsonBuild.Object(
        ("code", group.Code),
        ("label", group.Label),
        ("maxRows", JsonBuild.Number(group.MaxRows)),
        ("section", group.Section),
        ("help", group.Help),
        ("visibleWhen", group.VisibleWhen),
        ("inputs", JsonBuild.Array(group.Inputs, Input)));

    private static JsonObject Indicator(Indicator indicator) => JsonBuild.Object(
        ("code", indicator.Code),
        ("number", indicator.Number),
        ("name", indicator.Name),
        ("detail", indicator.Detail),
        ("group", indicator.Group),
        ("type", Words.IndicatorTypes.Word(indicator.Type)),
        ("unit", indicator.Unit),
        ("weight", JsonBuild.Number(indicator.Weight)),
        ("clause", indicator.Clause),
        ("explanation", indicator.Explanation),
        ("evidence", JsonBuild.Texts(indicator.Evidence)),
        ("evidenceIfAny", JsonBuild.Texts(indicator.EvidenceIfAny)),
        ("leaf", LeafNode(indicator.Leaf)));

    private static JsonObject LeafNode(Leaf leaf)
    {
        var node = leaf switch
        {
            LinearLeaf l => JsonBuild.Object(("value", l.Value), ("leading", l.Leading), ("baseline", l.Baseline), ("unit", l.Unit)),
            EitherLeaf e => JsonBuild.Object(("cases", JsonBuild.Array(e.Cases, c => JsonBuild.Object(
                ("label", c.Label), ("when", c.When), ("leaf", LeafNode(c.Leaf)))))),
            ProductsLeaf p => JsonBuild.Object(
                ("group", p.Group), ("name", p.Name), ("weight", p.Weight), ("value", p.Value), ("leading", p.Leading), ("baseline", p.Baseline),
                ("limit", p.Limit), ("unit", p.Unit)),
            TieredLeaf t => JsonBuild.Object(("value", t.Value), ("tiers", JsonBuild.Array(t.Tiers, tier => JsonBuild.Object(
                ("label", tier.Label), ("when", tier.When), ("leading", tier.Leading), ("baseline", tier.Baseline))))),
            CountLeaf c => JsonBuild.Object(("input", c.Input), ("leading", c.Leading), ("baseline", c.Baseline)),
            OptionsLeaf o => JsonBuild.Object(("input", o.Input), ("points", JsonBuild.Array(o.Points, p => JsonBuild.Object(
                ("option", p.Option), ("points", JsonBuild.Number(p.Points)))))),
            GradedLeaf g => JsonBuild.Object(("rubric", JsonBuild.Array(g.Rubric, r => JsonBuild.Object(
                ("from", JsonBuild.Number(r.From)), ("text", r.Text))))),
            ClauseLeaf c => JsonBuild.Object(("items", JsonBuild.Array(c.Items, i => JsonBuild.Object(
                ("input", i.Input), ("required", JsonBuild.When(i.Required)), ("points", JsonBuild.Number(i.Points)))))),
            RatioLeaf r => JsonBuild.Object(("value", r.Value), ("leading", r.Leading), ("cap", JsonBuild.Number(r.Cap))),
            ChooseLeaf c => JsonBuild.Object(
                ("take", JsonBuild.Number(c.Take)),
                ("mode", Words.ChooseModes.Word(c.Mode)),
                ("children", JsonBuild.Array(c.Children, Child))),
            BonusLeaf b => JsonBuild.Object(("points", b.Points)),
            _ => throw new ArgumentOutOfRangeException(nameof(leaf)),
        };
        node.Insert(0, "kind", leaf.Kind);
        return node;
    }

    private static JsonObject Child(ChooseChild child) => JsonBuild.Object(
        ("code", child.Code),
        ("number", child.Number),
        ("name", child.Name),
        ("unit", child.Unit),
        ("type", Words.IndicatorTypes.Word(child.Type)),
        ("leaf", LeafNode(child.Leaf)));

    private static JsonObject Table(ParameterTable table) => JsonBuild.Object(
        ("code", table.Code),
        ("label", table.Label),
        ("unit", table.Unit),
        ("columns", JsonBuild.Array(table.Columns, c => JsonBuild.Object(("code", c.Code), ("label", c.Label)))),
        ("corrections", JsonBuild.Array(table.Corrections, Correction)),
        ("rows", JsonBuild.Array(table.Rows, Row)));

    private static JsonObject Row(ParameterRow row)
    {
        var values = new JsonObject();
        foreach (var (column, value) in row.Values.OrderBy(v => v.Key, StringComparer.Ordinal))
            values[column] = JsonBuild.Number(value);
        return JsonBuild.Object(
            ("key", row.Key),
            ("label", row.Label),
            ("unit", row.Unit),
            ("from", Date(row.From)),
            ("to", Date(row.To)),
            ("values", values),
            ("source", row.Source),
            ("clause", row.Clause),
            ("provenance", Words.Provenances.Word(row.Provenance)),
            ("confirmation", row.Confirmation == Confirmation.Confirmed ? null : Words.Confirmations.Word(row.Confirmation)),
            ("note", row.Note),
            ("correction", row.Correction));
    }

    private static JsonObject Correction(LevelCorrection correction)
    {
        var levels = new JsonObject();
        foreach (var (column, formula) in correction.Levels.OrderBy(l => l.Key, StringComparer.Ordinal))
            levels[column] = formula;
        return JsonBuild.Object(
            ("code", correction.Code),
            ("label", correction.Label),
            ("levels", levels.Count > 0 ? levels : null),
            ("unknown", correction.Unknown),
            ("clause", correction.Clause),
            ("source", correction.Source),
            ("note", correction.Note));
    }

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
