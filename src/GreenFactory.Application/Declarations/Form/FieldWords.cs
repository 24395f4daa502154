using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations.Form;

/// <summary>Fields and their answers in the words of the form.</summary>
public static class FieldWords
{
    /// <summary>What an empty answer is called.</summary>
    public const string Nothing = "（空）";

    /// <summary>The label of a field; of a row with its number, of an explanation with what it explains.</summary>
    public static string Label(RuleSet set, OrganisationKind kind, string field) => FormField.Read(field) switch
    {
        { IsJustification: true } explains => $"{Label(set, kind, explains.Owner.Name)}的说明",
        { Kind: FormFieldKind.Profile, Code: var code } => ProfileFields.For(kind).FirstOrDefault(one => one.Code == code)?.Label ?? field,
        { Kind: FormFieldKind.Excuse, Code: var code } => $"{set.Indicators.FirstOrDefault(indicator => indicator.Code == code)?.Name ?? code}：不能提供材料的原因",
        { Kind: FormFieldKind.Gate, Code: var code } => set.Gates.FirstOrDefault(gate => gate.Code == code)?.Title ?? field,
        { Kind: FormFieldKind.Input, Code: var code } => set.Inputs.FirstOrDefault(input => input.Code == code)?.Label ?? field,
        { Kind: FormFieldKind.Cell, Group: var group, Row: var row, Code: var code } when set.RepeatGroups.FirstOrDefault(one => one.Code == group) is { } list =>
            $"{list.Label} 第 {row + 1} 行 {list.Inputs.FirstOrDefault(input => input.Code == code)?.Label ?? code}",
        _ => field,
    };

    /// <summary>An answer in words, with its unit.</summary>
    public static string Say(RuleSet set, OrganisationKind kind, string field, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return Nothing;
        }

        var place = FormField.Read(field);
        var (input, unit) = place switch
        {
            { Kind: FormFieldKind.Profile, IsJustification: false, Code: var code } => (null, ProfileFields.For(kind).FirstOrDefault(one => one.Code == code)?.Unit ?? ""),
            { Kind: FormFieldKind.Input, IsJustification: false, Code: var code } => With(set.Inputs.FirstOrDefault(one => one.Code == code)),
            { Kind: FormFieldKind.Cell, IsJustification: false, Group: var group, Code: var code } => With(set.RepeatGroups.FirstOrDefault(one => one.Code == group)?.Inputs.FirstOrDefault(one => one.Code == code)),
            _ => (null, ""),
        };
        var words = string.Join("、", values.Select(value => input?.Type is InputType.Number ? QuantityWords.BeforeUnit(value, unit) : Word(set, place, input, value)));
        return unit.Length > 0 ? $"{words} {unit}" : words;
    }

    private static (InputDefinition? Input, string Unit) With(InputDefinition? input) => (input, input?.Unit ?? "");

    private static string Word(RuleSet set, FormField? place, InputDefinition? input, string value) => value switch
    {
        "true" => place is { Kind: FormFieldKind.Gate } ? "符合" : "是",
        "false" => place is { Kind: FormFieldKind.Gate } ? "不符合" : "否",
        _ when input?.OptionsFrom is { } table => set.Parameters.FirstOrDefault(one => one.Code == table)?.Rows.FirstOrDefault(row => row.Key == value)?.Label ?? value,
        _ => input?.Options.FirstOrDefault(option => option.Code == value)?.Label ?? value,
    };
}
