using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Face.Measures;

namespace GreenFactory.Web.Scores;

/// <summary>Makes the drawings of a score sheet.</summary>
public static class ScoreRulers
{
    /// <summary>One ruler per product where there are several, else one for the indicator; none for what has no scale.</summary>
    public static IReadOnlyList<Ruler> Of(IndicatorScore row)
    {
        if (row.Rows.Count > 0 && row.Rows.Any(product => product.Leading is not null))
        {
            return [.. row.Rows.Where(product => HasScale(product.State, product.Leading, product.Baseline)).Select(product => new Ruler(Short(product.Name), product.Unit, product.Baseline, product.Leading, Reading(product.Value, product.State)) { Points = row.Max })];
        }

        return !HasScale(row.State, row.Leading, row.Baseline)
            ? []
            : [new Ruler(row.Detail.Length > 0 ? row.Detail : row.Name, row.Unit, row.Baseline, row.Leading, Reading(row.Value, row.State)) { Points = row.Max }];
    }

    /// <summary>The parts of the score ruler: every group that counts in the total.</summary>
    public static IReadOnlyList<ScorePart> Parts(ScoreSheet sheet) =>
        [.. sheet.Groups.Where(group => !group.Bonus).Select(group => new ScorePart(group.Name, group.Max, group.Score))];

    /// <summary>A value as a drawing takes it.</summary>
    public static Reading Reading(decimal? value, ScoreState state) => state switch
    {
        ScoreState.NotApplicable => Face.Measures.Reading.NotApplicable,
        ScoreState.Error => Face.Measures.Reading.Invalid,
        _ => Face.Measures.Reading.From(value),
    };

    /// <summary>A ratio to the leading value has no baseline and so no scale; where a parameter is unconfirmed nothing is scored.</summary>
    private static bool HasScale(ScoreState state, decimal? leading, decimal? baseline) => (leading is not null || baseline is not null) && (state is not ScoreState.Scored || baseline is not null);

    private static string Short(string product) => product[(product.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
