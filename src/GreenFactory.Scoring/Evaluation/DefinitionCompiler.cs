using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>A caution whose names and units are resolved.</summary>
internal sealed record CompiledCaution(Caution Caution, int? Group, BoundExpression Holds);

/// <summary>Compiles definitions into the scope, in their order, and the cautions after them.</summary>
internal sealed class DefinitionCompiler(RuleSet set, Scope scope, List<Problem> problems)
{
    public List<DefinitionExpression> Definitions()
    {
        var compiled = new List<DefinitionExpression>();
        for (var i = 0; i < set.Definitions.Count; i++)
        {
            var definition = set.Definitions[i];
            if (!Unit.TryParse(definition.Unit, out var unit))
                problems.Add(new Problem("unit.unknown", $"$.definitions[{i}].unit", $"不认识单位“{definition.Unit}”。"));
            else if (Bind(b => b.BindNumber(definition.Formula, unit), definition.Group, $"$.definitions[{i}].formula") is { } body)
                compiled.Add(scope.Define(new DefinitionExpression(definition, unit, compiled.Count, body)));
        }

        return compiled;
    }

    public List<CompiledCaution> Cautions()
    {
        var compiled = new List<CompiledCaution>();
        for (var i = 0; i < set.Cautions.Count; i++)
        {
            var group = set.Cautions[i].Place.Group;
            if (Bind(b => b.BindCondition(set.Cautions[i].Holds), group, $"$.cautions[{i}].holds") is { } holds)
                compiled.Add(new CompiledCaution(set.Cautions[i], group is null ? null : scope.Group(group)!.Value.Index, holds));
        }

        return compiled;
    }

    private BoundExpression? Bind(Func<Binder, BoundExpression?> bind, string? group, string path)
    {
        if (group is not null && scope.Group(group) is null)
        {
            problems.Add(new Problem("definition.group", path, $"没有多行填报项“{group}”。"));
            return null;
        }

        var binder = new Binder(scope, group is null ? null : scope.Group(group)!.Value.Group);
        var bound = bind(binder);
        foreach (var error in binder.Errors)
            problems.Add(new Problem(error.Code, path, $"{error.Message}（公式第 {error.Position + 1} 个字符）"));
        return binder.Errors.Count == 0 ? bound : null;
    }
}
