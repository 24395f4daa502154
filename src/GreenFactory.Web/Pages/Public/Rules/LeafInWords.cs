using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Face.Text;
using GreenFactory.Web.Scores;

namespace GreenFactory.Web.Pages.Public.Rules;

/// <summary>An end of the scale: its value, or where it comes from, with provenance.</summary>
/// <param name="Text">Value with unit, or words.</param>
/// <param name="Provenance">Provenance of a value that the set states; null for words.</param>
/// <param name="Fingerprint">Fingerprint of the row of the value; empty for words.</param>
public sealed record ScaleEnd(string Text, Provenance? Provenance = null, string Fingerprint = "");

/// <summary>One way in which an indicator is scored.</summary>
/// <param name="Label">When it applies, or the row's name inside a choice; empty when there is only one way.</param>
/// <param name="Method">How points are given, in a sentence.</param>
/// <param name="Unit">Unit of value and scale, where the row says its own.</param>
public sealed record ScoringWay(string Label, string Method, string Unit = "")
{
    /// <summary>The value's formula as written, or null.</summary>
    public string? Formula { get; init; }

    /// <summary>引领值.</summary>
    public ScaleEnd? Leading { get; init; }

    /// <summary>基准值.</summary>
    public ScaleEnd? Baseline { get; init; }
}

/// <summary>Says how a leaf is scored.</summary>
public sealed class LeafInWords(RuleSet set, FormulaInWords formulas, DateOnly day)
{
    private const string Linear = "达到引领值得满分，未达基准值得 0 分，之间按直线比例";

    /// <summary>The ways of a leaf, in order.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="weight">Full marks in points.</param>
    /// <param name="label">When it applies; empty for always.</param>
    public IEnumerable<ScoringWay> Of(Leaf leaf, decimal weight, string label = "") => leaf switch
    {
        LinearLeaf linear => [Scale(label, Linear, linear.Value, linear.Leading, linear.Baseline, linear.Unit)],
        ProductsLeaf products => [Scale(label, $"每个产品{Linear}，再按“{formulas.Say(products.Weight)}”加权平均", products.Value, products.Leading, products.Baseline, products.Unit)],
        TieredLeaf tiered => tiered.Tiers.Select(tier => Scale(tier.Label, Linear, tiered.Value, tier.Leading, tier.Baseline, null)),
        EitherLeaf either => either.Cases.SelectMany(one => Of(one.Leaf, weight, one.Label)),
        CountLeaf count => [new ScoringWay(label, $"按“{formulas.LabelOf(count.Input)}”勾选的项数，{Linear}", "项") { Leading = End(count.Leading), Baseline = End(count.Baseline) }],
        OptionsLeaf options => [new ScoringWay(label, $"“{formulas.LabelOf(options.Input)}”：{string.Join("；", options.Points.Select(point => $"{OptionOf(options.Input, point.Option)}得 {NumberText.Natural(point.Points)} 分"))}")],
        GradedLeaf graded => [new ScoringWay(label, "由评审人按档次评分：" + string.Join("；", graded.Rubric.Select(level => $"{NumberText.Natural(level.From)} 分起，{level.Text}")))],
        ClauseLeaf clause => [new ScoringWay(label, string.Join("；", clause.Items.Select(item => $"{formulas.LabelOf(item.Input)}{(item.Required ? "（必选）" : "")}得 {NumberText.Natural(item.Points)} 分")))],
        RatioLeaf ratio => [Scale(label, ratio.Cap is { } cap ? $"按与引领值的比例得分，比例最高按 {NumberText.Natural(cap)} 计" : "按与引领值的比例得分，不设上限", ratio.Value, ratio.Leading, null, null)],
        ChooseLeaf choose => choose.Children.SelectMany(child => Of(child.Leaf, weight / choose.Take, $"{child.Number} {child.Name}").Select(way => way with { Unit = child.Unit }))
            .Prepend(new ScoringWay(label, $"下列各项中{(choose.Mode is ChooseMode.Best ? "取得分最高的" : "由申报单位选")} {choose.Take} 项，每项满分 {NumberText.Natural(weight / choose.Take)} 分")),
        BonusLeaf bonus => [new ScoringWay(label, "附加分，不计入总分满分") { Formula = bonus.Points }],
        _ => throw new ArgumentOutOfRangeException(nameof(leaf)),
    };

    private ScoringWay Scale(string label, string method, string value, string leading, string? baseline, string? unit) =>
        new(label, method, unit ?? "") { Formula = value, Leading = End(leading), Baseline = baseline is null ? null : End(baseline) };

    private ScaleEnd End(string formula) => formulas.RowOf(formula, day) is var (row, table, column)
        ? new ScaleEnd(
            row.Values.GetValueOrDefault(column) is { } number ? $"{NumberText.Natural(number)} {(row.Unit.Length > 0 ? row.Unit : table.Unit)}".TrimEnd() : "没有给出",
            row.Provenance,
            ValueFingerprint.Of(table, row))
        : new ScaleEnd(formulas.Say(formula));

    private string OptionOf(string input, string code) =>
        set.Inputs.FirstOrDefault(candidate => candidate.Code == input)?.Options.FirstOrDefault(option => option.Code == code)?.Label ?? code;
}
