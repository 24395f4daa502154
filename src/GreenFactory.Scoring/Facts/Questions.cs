using System.Collections.Immutable;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring;

/// <summary>The inputs of a rule set, or of the rows of one of its groups, prepared for answers to be read: what each is while nobody has answered it, and the table it is chosen from.</summary>
internal sealed class Questions
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Value[] _unanswered;
    private readonly ParameterIndex?[] _tables;
    private readonly (decimal Least, decimal Most)[] _ordinary;

    public Questions(IReadOnlyList<InputDefinition> inputs, RepeatGroup? group, Scope scope)
    {
        (Inputs, Group) = ([.. inputs], group);
        _unanswered = [.. inputs.Select(input => Value.Missing($"未填“{input.Label}”"))];
        _tables = [.. inputs.Select(input => input.OptionsFrom is { } table ? scope.Table(table) : null)];
        _ordinary = [.. inputs.Select(input => (
            Math.Max(input.Min ?? decimal.MinValue, input.PlausibleMin ?? decimal.MinValue), Math.Min(input.Max ?? decimal.MaxValue, input.PlausibleMax ?? decimal.MaxValue)))];
        for (var i = 0; i < Inputs.Length; i++)
            _places.TryAdd(Inputs[i].Code, i);
    }

    /// <summary>The inputs, in their order.</summary>
    public InputDefinition[] Inputs { get; }

    /// <summary>The group whose rows ask them; none for the inputs of the unit.</summary>
    public RepeatGroup? Group { get; }

    /// <summary>What an input is while nobody has answered it.</summary>
    public Value Unanswered(int place) => _unanswered[place];

    /// <summary>The table from which an input is chosen; none where it is not, or the set lacks the table.</summary>
    public ParameterIndex? Table(int place) => _tables[place];

    /// <summary>Whether a number is neither refused nor worth a second look.</summary>
    public bool IsOrdinary(int place, decimal number) => _ordinary[place].Least <= number && number <= _ordinary[place].Most;

    /// <summary>Whether there is an input of a code.</summary>
    public bool Asks(string code) => _places.ContainsKey(code);

    /// <summary>Writes that nothing is answered.</summary>
    public void Clear(Value[] values) => Array.Copy(_unanswered, values, _unanswered.Length);

    /// <summary>Puts answers in the places of their inputs; returns how many have none.</summary>
    public int Sort(ImmutableSortedDictionary<string, Answer> answers, Answer?[] typed)
    {
        var unknown = 0;
        foreach (var (code, answer) in answers)
        {
            if (_places.TryGetValue(code, out var place))
                typed[place] = answer;
            else
                unknown++;
        }

        return unknown;
    }
}
