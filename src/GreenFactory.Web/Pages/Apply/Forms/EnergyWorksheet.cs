using GreenFactory.Application.Declarations;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>One row of the calculation sheet.</summary>
/// <param name="Name">The carrier.</param>
/// <param name="Unit">Its physical unit.</param>
/// <param name="Amounts">Columns of the form in physical units: label and what was typed.</param>
/// <param name="Results">What was worked out: label and trace.</param>
public sealed record WorksheetRow(string Name, string Unit, IReadOnlyList<(string Label, string Text)> Amounts, IReadOnlyList<(string Label, TraceNode Trace)> Results);

/// <summary>指标计算过程表: every carrier with its factors, every formula with its result, every parameter with source and provenance.</summary>
/// <param name="Work">The case.</param>
/// <param name="Group">The repeat group of the carriers.</param>
/// <param name="Rows">The carriers.</param>
/// <param name="Totals">Everything defined for the whole unit, in the order of the rule set.</param>
/// <param name="Sources">Every parameter that was used, once.</param>
/// <param name="Indicators">The indicators that rest on it, as scored.</param>
public sealed record EnergyWorksheet(
    ApplicantCase Work,
    RepeatGroup Group,
    IReadOnlyList<WorksheetRow> Rows,
    IReadOnlyList<DefinedValue> Totals,
    IReadOnlyList<TraceNode> Sources,
    IReadOnlyList<IndicatorScore> Indicators)
{
    /// <summary>The sheet of a case; null where its rule set defines nothing per row, or no row is filled in and asked.</summary>
    public static EnergyWorksheet? Of(ApplicantCase work)
    {
        if (work.RuleSet is not { } compiled || work.Facts is not { } facts || work.Sheet is not { } sheet)
        {
            return null;
        }

        var set = compiled.RuleSet;
        var code = set.Definitions.Select(definition => definition.Group).FirstOrDefault(group => group is not null);
        var group = set.RepeatGroups.FirstOrDefault(item => item.Code == code);
        if (group is null || !compiled.Asked(facts.Facts, work.Campaign.ParametersAsOf).Contains(group.Code) || facts.Facts.Groups.GetValueOrDefault(group.Code).IsDefaultOrEmpty)
        {
            return null;
        }

        var defined = compiled.Define(facts.Facts, work.Campaign.ParametersAsOf);
        var perRow = defined.Where(value => value.Definition.Group == group.Code).ToList();
        var rows = facts.Facts.Groups[group.Code].Take(group.MaxRows).Select((row, i) => Row(set, group, row, perRow.Select(value => (value.Definition.Label, value.Traces[i])))).ToList();
        var totals = defined.Where(value => value.Definition.Group is null).ToList();
        var sources = new List<TraceNode>();
        foreach (var trace in perRow.SelectMany(value => value.Traces).Concat(totals.Select(value => value.Trace)))
        {
            Collect(trace, sources);
        }

        return new EnergyWorksheet(work, group, rows, totals, [.. sources.DistinctBy(node => node.Source)], [.. sheet.Indicators.Where(row => compiled.InputsOf(row.Code).Contains(group.Code))]);
    }

    private static WorksheetRow Row(RuleSet set, RepeatGroup group, IReadOnlyDictionary<string, Answer> row, IEnumerable<(string, TraceNode)> results)
    {
        var choice = group.Inputs.First(input => input.OptionsFrom is not null);
        var key = row.GetValueOrDefault(choice.Code)?.Text ?? "";
        var parameter = set.Parameters.First(table => table.Code == choice.OptionsFrom).Rows.FirstOrDefault(item => item.Key == key);
        return new WorksheetRow(
            parameter?.Label ?? key,
            parameter?.Unit.Split('/') is [_, var unit] ? unit : "",
            [.. group.Inputs.Where(input => input.Type is InputType.Number).Select(input => (input.Label, row.GetValueOrDefault(input.Code)?.Text ?? ""))],
            [.. results]);
    }

    private static void Collect(TraceNode node, List<TraceNode> sources)
    {
        if (node.Source is not null)
        {
            sources.Add(node);
        }

        foreach (var argument in node.Arguments)
        {
            Collect(argument, sources);
        }
    }
}
