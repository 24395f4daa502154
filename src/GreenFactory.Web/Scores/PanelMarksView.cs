using GreenFactory.Application.Assessments;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Scores;

/// <summary>What the experts gave and what became of it, as the pages of the city show it.</summary>
/// <param name="Reading">The marks under the rule of the campaign.</param>
/// <param name="Verified">The district's score in points; null where it may not be shown.</param>
/// <param name="Final">The final score in points; null before the panel is closed.</param>
public sealed record PanelMarksView(PanelReading Reading, decimal? Verified, decimal? Final)
{
    /// <summary>The district's points for an indicator; null where none are shown, because the indicator waited for the experts.</summary>
    public Func<string, decimal?> VerifiedOf { get; init; } = _ => null;

    /// <summary>The points that entered the final score; null before the panel is closed.</summary>
    public Func<string, decimal?> FinalOf { get; init; } = _ => null;

    /// <summary>What the marks did to the score, in a sentence.</summary>
    public string Outcome => (Reading.Scores, Verified, Final) switch
    {
        (false, _, null) => "本案适用的规则集没有由专家评分的指标：专家评分不改变得分，最终得分即区县核定得分。",
        (false, _, { } final) => $"本案适用的规则集没有由专家评分的指标：最终得分即区县核定得分 {NumberText.Points(final)} 分。",
        (true, { } verified, { } final) => $"区县核定 {NumberText.Points(verified)} 分 → 最终 {NumberText.Points(final)} 分（{(final == verified ? "不变" : NumberText.Signed(final - verified))}）。",
        _ => "评审完成后，专家组评分计入最终得分。",
    };

    /// <summary>What the district had, in words.</summary>
    public string VerifiedInWords(PanelLine line) =>
        line.Indicator is null ? "—"
        : VerifiedOf(line.Indicator.Code) is { } verified ? NumberText.Points(verified)
        : line.Indicator.Leaf is OptionsLeaf ? "—" : "待专家评分";

    /// <summary>What entered the final score, in words.</summary>
    public string FinalInWords(PanelLine line) =>
        line.Indicator is null || Final is null ? "—" : (FinalOf(line.Indicator.Code) ?? line.Option?.Points ?? line.Combined) is { } final ? NumberText.Points(final) : "—";

    /// <summary>The mark of the panel in words.</summary>
    public static string Combined(PanelLine line) => line switch
    {
        { Indicator: null } => "不计入得分",
        { Combined: null } => "人数不足",
        { Option: { } option } => $"{NumberText.Points(line.Combined.Value)} → {option.Label}（{NumberText.Natural(option.Points)} 分）",
        _ => NumberText.Points(line.Combined.Value),
    };
}
