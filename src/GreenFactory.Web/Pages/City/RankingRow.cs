using GreenFactory.Application.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Text;
using GreenFactory.Web.Scores;

namespace GreenFactory.Web.Pages.City;

/// <summary>A ranked case as a row of the table: its place, its points, and in words why it stands there.</summary>
internal static class RankingRow
{
    /// <summary>The row.</summary>
    public static RankRow Of(RankedCase row) => new(
        row.Place.Rank,
        row.OrganisationName,
        $"/city/cases/{row.Place.Entry.Declaration.Value}",
        $"{row.DistrictName} · {row.Place.Entry.CaseNumber}{(row.Advisory is { } points ? $" · 评议参考分 {NumberText.Natural(decimal.Round(points, 2))}" : "")}",
        row.Place.Entry.Points,
        null,
        PreferenceWords.Of(row.Preference).Shape,
        PreferenceWords.Of(row.Preference).Word,
        ShapeOf(row.State),
        CaseWords.Of(row.State),
        Why(row));

    private static string Why(RankedCase row)
    {
        var distance = row.Place.DistanceToLine switch
        {
            null => "",
            0 => "在名额线上。",
            > 0 => $"高于名额线 {NumberText.Points(row.Place.DistanceToLine.Value)} 分。",
            _ => $"低于名额线 {NumberText.Points(-row.Place.DistanceToLine.Value)} 分。",
        };
        var tie = row.Place.TiedWithNeighbour ? "与相邻名次同分，按同分规则排序。" : "";
        var reason = row.Reason.Length == 0 || row.Reason[^1] is '。' or '；' or '！' ? row.Reason : $"{row.Reason}。";
        var moved = row.Verified is { } verified && verified != row.Place.Entry.Points ? $"区县核定 {NumberText.Points(verified)} 分，专家评审 {NumberText.Signed(row.Place.Entry.Points - verified)} 分。" : "";
        return $"{reason}{distance}{tie}{moved}";
    }

    private static StateShape ShapeOf(CaseState state) => state switch
    {
        CaseState.Assessed => StateShape.You,
        CaseState.NotShortlisted or CaseState.Disqualified => StateShape.Off,
        _ => StateShape.Done,
    };
}
