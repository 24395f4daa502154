using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations.Form;

/// <summary>
/// How the answers to a rule set's questions read for people: what was typed stays as typed, what was chosen is said by its label, and a quantity that is
/// counted in whatever its row's choice is counted in carries that unit.
/// </summary>
/// <param name="set">The rule set that asks.</param>
/// <param name="asOf">The day for which its parameters are read.</param>
public sealed class AnswerWords(RuleSet set, DateOnly asOf)
{
    /// <summary>The unit that stands in a rule set for "whatever the row's choice is counted in".</summary>
    public const string PhysicalUnit = "实物单位";

    private const string ProductUnit = "产品单位";

    private const string LimitUnit = "限额单位";

    /// <summary>An answer in words; empty when there is none. The unit is not part of it.</summary>
    /// <param name="input">The question.</param>
    /// <param name="typed">What was typed, or the codes that were chosen.</param>
    /// <param name="unit">Unit of the question where its row decides; the question's own otherwise.</param>
    public string Of(InputDefinition input, IEnumerable<string> typed, string? unit = null) =>
        string.Join("、", typed.Where(text => text.Length > 0).Select(text => Word(input, text, unit ?? input.Unit)));

    /// <summary>An answer of the facts in words, with its unit; empty when there is none.</summary>
    public string Of(InputDefinition input, Answer? answer, string? unit = null)
    {
        var words = answer is null ? "" : Of(input, input.Type is InputType.MultiChoice ? answer.Parts : [answer.Text], unit);
        return words.Length == 0 ? "" : $"{words} {unit ?? input.Unit}".TrimEnd();
    }

    /// <summary>The unit of a question in a row: where it is counted in what the row's choice is counted in, the unit of that choice.</summary>
    /// <param name="group">The repeat group.</param>
    /// <param name="input">The question.</param>
    /// <param name="typedInRow">What was typed into another question of the same row, by its code; empty when nothing was.</param>
    public string UnitIn(RepeatGroup group, InputDefinition input, Func<string, string> typedInRow) =>
        input.Unit.Contains(PhysicalUnit, StringComparison.Ordinal) ? input.Unit.Replace(PhysicalUnit, PhysicalUnitOf(group, typedInRow), StringComparison.Ordinal)
        : input.Unit.EndsWith(ProductUnit, StringComparison.Ordinal) && ChosenIn(group, typedInRow)?.Unit.Split('/') is [var measure, var unit]
            ? input.Unit.Replace(ProductUnit, unit, StringComparison.Ordinal).Replace(LimitUnit, measure, StringComparison.Ordinal)
            : input.Unit;

    /// <summary>t, 万m³, 万kWh …: the unit in which the row's choice is counted; 实物单位 until something is chosen.</summary>
    public string PhysicalUnitOf(RepeatGroup group, Func<string, string> typedInRow) =>
        ChosenIn(group, typedInRow)?.Unit.Split('/') is [_, var unit] ? unit : PhysicalUnit;

    private ParameterRow? ChosenIn(RepeatGroup group, Func<string, string> typedInRow) =>
        group.Inputs.FirstOrDefault(input => input.OptionsFrom is not null) is { } choice ? RowOf(choice, typedInRow(choice.Code)) : null;

    /// <summary>What can be chosen in answer to a question, as code and label, in the order of the rule set; empty where nothing is chosen.</summary>
    public IReadOnlyList<(string Code, string Label)> OptionsOf(InputDefinition input) => input.Type switch
    {
        InputType.Boolean => [("true", "是"), ("false", "否")],
        InputType.Choice or InputType.MultiChoice when TableOf(input) is { } table =>
            [.. table.Rows.Where(row => row.HoldsOn(asOf)).DistinctBy(row => row.Key).Select(row => (row.Key, OptionOf(table, row)))],
        InputType.Choice or InputType.MultiChoice => [.. input.Options.Select(option => (option.Code, option.Label))],
        _ => [],
    };

    /// <summary>
    /// How a row of a parameter table reads as an option: with the unit it is counted in, or with the standard behind it, the day from which that edition
    /// holds and its unit, and whether the standard corrects its numbers in a way that is not known here.
    /// </summary>
    public static string OptionOf(ParameterTable table, ParameterRow row)
    {
        if (table.Unit.EndsWith($"/{PhysicalUnit}", StringComparison.Ordinal))
        {
            return $"{row.Label}（{row.Unit.Split('/')[^1]}）";
        }

        var since = row.From is { } from ? $"，{from:yyyy-MM-dd} 起施行" : "";
        var until = row.To is { } to ? $"，{to:yyyy-MM-dd} 止" : "";
        var uncorrected = table.Corrections.Any(correction => correction.Code == row.Correction && correction.Unknown.Length > 0) ? "，标准有修正、未取得" : "";
        return $"{row.Label}（{row.Source}{since}{until}，{row.Unit}{uncorrected}）";
    }

    private string Word(InputDefinition input, string text, string unit) => input.Type switch
    {
        InputType.Number => QuantityWords.BeforeUnit(text, unit),
        InputType.Boolean => text switch { "true" => "是", "false" => "否", _ => text },
        InputType.Choice or InputType.MultiChoice => input.Options.FirstOrDefault(option => option.Code == text)?.Label ?? (RowOf(input, text) is { } row ? OptionOf(TableOf(input)!, row) : text),
        _ => text,
    };

    private ParameterTable? TableOf(InputDefinition choice) => set.Parameters.FirstOrDefault(table => table.Code == choice.OptionsFrom);

    private ParameterRow? RowOf(InputDefinition choice, string key)
    {
        var rows = TableOf(choice)?.Rows.Where(row => row.Key == key).ToList();
        return rows?.FirstOrDefault(row => row.HoldsOn(asOf)) ?? rows?.FirstOrDefault();
    }
}
