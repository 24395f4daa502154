using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>The names a formula may use: inputs, repeat groups with their row inputs, definitions, and parameter tables.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, (int Index, InputDefinition Input)> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Index, RepeatGroup Group)> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DefinitionExpression> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterIndex> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Index, Gate Gate)> _gates = new(StringComparer.Ordinal);

    public Scope(RuleSet set)
    {
        for (var i = 0; i < set.Inputs.Count; i++)
            _inputs.TryAdd(set.Inputs[i].Code, (i, set.Inputs[i]));
        for (var i = 0; i < set.RepeatGroups.Count; i++)
            _groups.TryAdd(set.RepeatGroups[i].Code, (i, set.RepeatGroups[i]));
        for (var i = 0; i < set.Gates.Count; i++)
            _gates.TryAdd(set.Gates[i].Code, (i, set.Gates[i]));
        foreach (var table in set.Parameters)
            _tables.TryAdd(table.Code, new ParameterIndex(table));
    }

    public IEnumerable<string> Names => _inputs.Keys.Concat(_groups.Keys).Concat(_definitions.Keys);

    public IEnumerable<string> Tables => _tables.Keys;

    public (int Index, InputDefinition Input)? Input(string code) => _inputs.TryGetValue(code, out var found) ? found : null;

    public (int Index, RepeatGroup Group)? Group(string code) => _groups.TryGetValue(code, out var found) ? found : null;

    public (int Index, Gate Gate)? Gate(string code) => _gates.TryGetValue(code, out var found) ? found : null;

    public DefinitionExpression? Definition(string code) => _definitions.GetValueOrDefault(code);

    /// <summary>Makes a definition known to the formulas that are bound after it.</summary>
    public DefinitionExpression Define(DefinitionExpression definition)
    {
        _definitions.TryAdd(definition.Definition.Code, definition);
        return definition;
    }

    public ParameterIndex? Table(string code) => _tables.GetValueOrDefault(code);

    public static ExpressionType TypeOf(InputDefinition input) => input.Type switch
    {
        InputType.Number => ExpressionType.Number(Unit.TryParse(input.Unit, out var unit) ? unit : Unit.One),
        InputType.Boolean => ExpressionType.Boolean,
        InputType.MultiChoice => ExpressionType.Choices,
        InputType.Date => ExpressionType.Date,
        _ => ExpressionType.Text,
    };
}
