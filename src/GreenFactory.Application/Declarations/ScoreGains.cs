using System.Collections.Immutable;
using System.Globalization;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations;

/// <summary>Something that would raise the total.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="What">What to do, in Chinese.</param>
/// <param name="Points">Points the total would gain.</param>
/// <param name="AtMost">True when nothing is known yet and the points are those still open; false when they come from scoring the changed facts.</param>
/// <param name="Detail">The scale, in Chinese.</param>
public sealed record ScoreGain(string Indicator, string What, decimal Points, bool AtMost, string Detail);

/// <summary>Finds what would raise a score most, by scoring the facts again with one answer moved to the leading value.</summary>
public static class ScoreGains
{
    /// <summary>The largest gains first.</summary>
    public static IReadOnlyList<ScoreGain> Of(ApplicantCase work, int most)
    {
        if (work is not { RuleSet: { } ruleSet, Sheet: { } sheet, Facts: { Facts: var facts } })
        {
            return [];
        }

        var asOf = work.Campaign.ParametersAsOf;
        return [.. sheet.Indicators
            .Where(row => row.Score < row.Max)
            .Select(row => row.State is ScoreState.Scored ? Better(ruleSet, facts, asOf, sheet, row) : Open(row))
            .OfType<ScoreGain>()
            .Where(gain => gain.Points > 0m)
            .OrderByDescending(gain => gain.Points)
            .Take(most)];
    }

    private static ScoreGain? Open(IndicatorScore row) => row.State switch
    {
        ScoreState.Missing => new ScoreGain(row.Code, $"填写{Name(row)}", row.Max, true, Scale(row)),
        ScoreState.Error => new ScoreGain(row.Code, $"改正{Name(row)}", row.Max, true, "改正后才能计分"),
        _ => null,
    };

    private static ScoreGain? Better(CompiledRuleSet ruleSet, Facts facts, DateOnly asOf, ScoreSheet now, IndicatorScore row)
    {
        foreach (var (changed, what) in Changes(ruleSet, facts, row))
        {
            var next = ruleSet.Evaluate(changed, asOf, explain: false);
            var after = next.Indicators.First(other => other.Code == row.Code);
            if (after.Score > row.Score && next.Total > now.Total && (row.Rows.Count > 1 || after.Score == after.Max))
            {
                return new ScoreGain(row.Code, what, next.Total - now.Total, false, Scale(row));
            }
        }

        return null;
    }

    private static IEnumerable<(Facts Facts, string What)> Changes(CompiledRuleSet ruleSet, Facts facts, IndicatorScore row)
    {
        var set = ruleSet.RuleSet;
        var reads = ruleSet.InputsOf(row.Code);
        var readers = set.Indicators.SelectMany(indicator => ruleSet.InputsOf(indicator.Code)).CountBy(code => code).ToDictionary();
        foreach (var input in set.Inputs.Where(input => reads.Contains(input.Code)).OrderBy(input => readers[input.Code]))
        {
            if (input.Type is InputType.Choice)
            {
                foreach (var option in input.Options)
                {
                    yield return (facts.With(input.Code, option.Code), $"{input.Label}：{option.Label}");
                }
            }
            else if (input.Type is InputType.MultiChoice && row.Leading is { } count)
            {
                var ticked = facts.Inputs.TryGetValue(input.Code, out var answer) ? answer.Parts : [];
                var more = input.Options.Select(option => option.Code).Except(ticked).Take(Math.Max(0, (int)count - ticked.Length));
                yield return (facts.With(input.Code, [.. ticked, .. more]), $"{Name(row)}增加到 {Text(count)} {row.Unit}");
            }
            else if (input.Type is InputType.Boolean)
            {
                continue;
            }
            else if (row is { Value: { } value, Leading: { } leading } && facts.Inputs.TryGetValue(input.Code, out var typed) && TypedText.TryReadNumber(typed.Text, out var number, out _))
            {
                foreach (var moved in Moved(number, value, leading))
                {
                    yield return (facts.With(input.Code, Text(moved)), $"{Name(row)}达到 {Text(leading)} {row.Unit}".TrimEnd());
                }
            }
        }

        foreach (var change in Products(set, facts, row, reads))
        {
            yield return change;
        }
    }

    private static IEnumerable<(Facts Facts, string What)> Products(RuleSet set, Facts facts, IndicatorScore row, IReadOnlyList<string> reads)
    {
        foreach (var group in set.RepeatGroups.Where(group => reads.Contains(group.Code) && facts.Groups.ContainsKey(group.Code)))
        {
            var rows = facts.Groups[group.Code];
            for (var i = 0; i < Math.Min(rows.Length, row.Rows.Count); i++)
            {
                if (row.Rows[i] is not { Value: { } value, Leading: { } leading } || row.Rows[i].Score >= row.Max)
                {
                    continue;
                }

                foreach (var input in group.Inputs.Where(input => input.Type is InputType.Number && rows[i].ContainsKey(input.Code)))
                {
                    if (TypedText.TryReadNumber(rows[i][input.Code].Text, out var number, out _))
                    {
                        foreach (var moved in Moved(number, value, leading))
                        {
                            var changed = rows.SetItem(i, rows[i].SetItem(input.Code, Answer.Of(Text(moved))));
                            yield return (facts with { Groups = facts.Groups.SetItem(group.Code, changed) }, $"{Short(row.Rows[i].Name)}达到 {Text(leading)} {row.Rows[i].Unit}".TrimEnd());
                        }
                    }
                }
            }
        }
    }

    private static IEnumerable<decimal> Moved(decimal number, decimal value, decimal leading)
    {
        if (value != 0m && leading / value is var ratio && ratio is > 0.000001m and < 1_000_000m)
        {
            yield return number * ratio;
            yield return number / ratio;
        }
    }

    private static string Name(IndicatorScore row) => row.Detail.Length > 0 && row.Detail != row.Name && row.State is ScoreState.Scored && row.Leading is not null ? $"{row.Name}（{row.Detail}）" : row.Name;

    private static string Short(string product) => product[(product.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Scale(IndicatorScore row) => row is { Baseline: { } baseline, Leading: { } leading } && row.Rows.Count < 2
        ? $"{row.Name}：基准 {Text(baseline)}，引领 {Text(leading)} {row.Unit}".TrimEnd()
        : row.Name;

    private static string Text(decimal number) => Math.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture);
}
