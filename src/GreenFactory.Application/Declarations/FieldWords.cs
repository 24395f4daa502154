using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations;

/// <summary>Fields and their answers in the words of the form.</summary>
public static class FieldWords
{
    /// <summary>What an empty answer is called.</summary>
    public const string Nothing = "（空）";

    /// <summary>The label of a field; of a row with its number, of an explanation with what it explains.</summary>
    public static string Label(RuleSet set, OrganisationKind kind, string field) => field.Split('.') switch
    {
        ["w", ..] => $"{Label(set, kind, field[FieldNames.Justification("").Length..])}的说明",
        ["p", var code] => ProfileFields.For(kind).FirstOrDefault(one => one.Code == code)?.Label ?? field,
        ["x", var code] => $"{set.Indicators.FirstOrDefault(indicator => indicator.Code == code)?.Name ?? code}：不能提供材料的原因",
        ["g", var code] => set.Gates.FirstOrDefault(gate => gate.Code == code)?.Title ?? field,
        ["i", var code] => set.Inputs.FirstOrDefault(input => input.Code == code)?.Label ?? field,
        ["r", var group, var row, var code] when set.RepeatGroups.FirstOrDefault(one => one.Code == group) is { } list =>
            $"{list.Label} 第 {int.Parse(row, System.Globalization.CultureInfo.InvariantCulture) + 1} 行 {list.Inputs.FirstOrDefault(input => input.Code == code)?.Label ?? code}",
        _ => field,
    };

    /// <summary>An answer in words, with its unit.</summary>
    public static string Say(RuleSet set, OrganisationKind kind, string field, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return Nothing;
        }

        var (input, unit) = field.Split('.') switch
        {
            ["p", var code] => (null, ProfileFields.For(kind).FirstOrDefault(one => one.Code == code)?.Unit ?? ""),
            ["i", var code] => With(set.Inputs.FirstOrDefault(one => one.Code == code)),
            ["r", var group, _, var code] => With(set.RepeatGroups.FirstOrDefault(one => one.Code == group)?.Inputs.FirstOrDefault(one => one.Code == code)),
            _ => (null, ""),
        };
        var words = string.Join("、", values.Select(value => input?.Type is InputType.Number ? QuantityWords.BeforeUnit(value, unit) : Word(set, field, input, value)));
        return unit.Length > 0 ? $"{words} {unit}" : words;
    }

    private static (InputDefinition? Input, string Unit) With(InputDefinition? input) => (input, input?.Unit ?? "");

    private static string Word(RuleSet set, string field, InputDefinition? input, string value) => value switch
    {
        "true" => field.StartsWith(FieldNames.Gate(""), StringComparison.Ordinal) ? "符合" : "是",
        "false" => field.StartsWith(FieldNames.Gate(""), StringComparison.Ordinal) ? "不符合" : "否",
        _ when input?.OptionsFrom is { } table => set.Parameters.FirstOrDefault(one => one.Code == table)?.Rows.FirstOrDefault(row => row.Key == value)?.Label ?? value,
        _ => input?.Options.FirstOrDefault(option => option.Code == value)?.Label ?? value,
    };
}
