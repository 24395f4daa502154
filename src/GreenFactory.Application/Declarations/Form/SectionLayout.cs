using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations.Form;

/// <summary>What is asked in one section, and where.</summary>
public static class SectionLayout
{
    /// <summary>The section that asks an input or a repeat group: its own, or the first group's for questions about the whole unit.</summary>
    public static string SectionOf(RuleSet set, string? section) => section ?? set.Groups[0].Code;

    /// <summary>The inputs asked in a section.</summary>
    public static IEnumerable<InputDefinition> Inputs(RuleSet set, string section) => set.Inputs.Where(input => SectionOf(set, input.Section) == section);

    /// <summary>The repeat groups asked in a section.</summary>
    public static IEnumerable<RepeatGroup> Groups(RuleSet set, string section) => set.RepeatGroups.Where(group => SectionOf(set, group.Section) == section);

    /// <summary>The section in which a field stands; empty for one that is not asked.</summary>
    public static string SectionOf(RuleSet set, FormField? field) => field switch
    {
        { Kind: FormFieldKind.Profile } => SectionCodes.Profile,
        { Kind: FormFieldKind.Gate } => SectionCodes.Gates,
        { Kind: FormFieldKind.Input } => SectionOf(set, set.Inputs.FirstOrDefault(input => input.Code == field.Code)?.Section),
        { Kind: FormFieldKind.List or FormFieldKind.Cell } => SectionOf(set, set.RepeatGroups.FirstOrDefault(group => group.Code == field.Group)?.Section),
        { Kind: FormFieldKind.Excuse } => set.Indicators.FirstOrDefault(indicator => indicator.Code == field.Code)?.Group ?? "",
        _ => "",
    };

    /// <summary>Whether the form has such a section.</summary>
    public static bool Knows(CompiledRuleSet? ruleSet, string section) =>
        section is SectionCodes.Profile || (ruleSet is not null && (section is SectionCodes.Gates || ruleSet.RuleSet.Groups.Any(group => group.Code == section)));

    /// <summary>Every field that can be saved in a section, justifications left out.</summary>
    public static IEnumerable<FormField> Fields(OrganisationKind kind, RuleSet? set, string section)
    {
        if (section is SectionCodes.Profile)
        {
            return ProfileFields.For(kind).Select(field => FormField.OfProfile(field.Code));
        }

        if (set is null)
        {
            return [];
        }

        return section is SectionCodes.Gates
            ? set.Gates.Select(gate => FormField.OfGate(gate.Code))
            : Inputs(set, section).Select(input => FormField.OfInput(input.Code))
                .Concat(Groups(set, section).SelectMany(group => Enumerable.Range(0, group.MaxRows)
                    .SelectMany(row => group.Inputs.Select(input => FormField.OfCell(group.Code, row, input.Code)))))
                .Concat(set.Indicators.Where(indicator => indicator.Group == section && indicator.Evidence.Count > 0).Select(indicator => FormField.OfExcuse(indicator.Code)));
    }
}
