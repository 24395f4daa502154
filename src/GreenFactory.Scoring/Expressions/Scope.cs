using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>The names a formula may use: inputs, repeat groups with their row inputs, definitions, and parameter tables.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, (int Index, InputDefinition Input)> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Index, RepeatGroup Group)> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DefinitionExpression> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterIndex> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);
    private readonly Dictionary<InputDefinition, Value> _unanswered = new(ReferenceEqualityComparer.Instance);

    public Scope(RuleSet set)
    {
        for (var i = 0; i < set.Inputs.Count; i++)
            _inputs.TryAdd(set.Inputs[i].Code, (i, set.Inputs[i]));
        for (var i = 0; i < set.RepeatGroups.Count; i++)
            _groups.TryAdd(set.RepeatGroups[i].Code, (i, set.RepeatGroups[i]));
        foreach (var gate in set.Gates)
            _gates.TryAdd(gate.Code, gate);
        foreach (var table in set.Parameters)
            _tables.TryAdd(table.Code, new ParameterIndex(table));
        foreach (var input in set.Inputs.Concat(set.RepeatGroups.SelectMany(group => group.Inputs)))
            _unanswered.TryAdd(input, Value.Missing($"未填“{input.Label}”"));
    }

    public IEnumerable<string> Names => _inputs.Keys.Concat(_groups.Keys).Concat(_definitions.Keys);

    public IEnumerable<string> Tables => _tables.Keys;

    public (int Index, InputDefinition Input)? Input(string code) => _inputs.TryGetValue(code, out var found) ? found : null;

    public (int Index, RepeatGroup Group)? Group(string code) => _groups.TryGetValue(code, out var found) ? found : null;

    public Gate? Gate(string code) => _gates.GetValueOrDefault(code);

    public DefinitionExpression? Definition(string code) => _definitions.GetValueOrDefault(code);

    /// <summary>Makes a definition known to the formulas that are bound after it.</summary>
    public DefinitionExpression Define(DefinitionExpression definition)
    {
        _definitions.TryAdd(definition.Definition.Code, definition);
        return definition;
    }

    /// <summary>What an input of the set, or of a row, is while nobody has answered it.</summary>
    public Value Unanswered(InputDefinition input) => _unanswered[input];

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
