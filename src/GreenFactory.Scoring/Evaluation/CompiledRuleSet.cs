using System.Diagnostics.CodeAnalysis;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>A rule set whose formulas do not compile; a published set never is one.</summary>
public sealed class InvalidRuleSetException(IReadOnlyList<Problem> problems)
    : Exception($"The rule set does not compile: {string.Join("; ", problems.Take(5).Select(p => $"{p.Path} {p.Code}"))}")
{
    /// <summary>What is wrong, each with its JSON path.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}

/// <summary>A rule set ready to be evaluated: formulas parsed, names resolved, units checked. Immutable and safe to share between threads.</summary>
public sealed class CompiledRuleSet
{
    private readonly Scope _scope;
    private readonly IReadOnlyList<CompiledLeaf> _leaves;
    private readonly IReadOnlyList<DefinitionExpression> _definitions;
    private readonly IReadOnlyList<CompiledCaution> _cautions;
    private readonly IReadOnlyList<Visibility> _visibleInputs;
    private readonly IReadOnlyList<Visibility> _visibleGroups;
    private readonly Lazy<string> _contentHash;

    private CompiledRuleSet(
        RuleSet set,
        Scope scope,
        (IReadOnlyList<DefinitionExpression> Definitions, IReadOnlyList<CompiledCaution> Cautions, IReadOnlyList<CompiledLeaf> Leaves) formulas,
        IReadOnlyList<Visibility> visibleInputs,
        IReadOnlyList<Visibility> visibleGroups)
    {
        (RuleSet, _scope, _visibleInputs, _visibleGroups) = (set, scope, visibleInputs, visibleGroups);
        (_definitions, _cautions, _leaves) = formulas;
        _contentHash = new Lazy<string>(() => RuleSetWriter.ContentHash(set));
    }

    /// <summary>The document.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>SHA-256 of the canonical document.</summary>
    public string ContentHash => _contentHash.Value;

    /// <summary>Compiles a set.</summary>
    /// <exception cref="InvalidRuleSetException">A formula, name, unit or leaf is wrong.</exception>
    public static CompiledRuleSet Compile(RuleSet set) =>
        TryCompile(set, out var compiled, out var problems) ? compiled : throw new InvalidRuleSetException(problems);

    /// <summary>Compiles a set, or says with JSON paths why it does not compile.</summary>
    public static bool TryCompile(RuleSet set, [NotNullWhen(true)] out CompiledRuleSet? compiled, out IReadOnlyList<Problem> problems)
    {
        var found = new List<Problem>(PointsRange.Check(set));
        var scope = new Scope(set);
        var inputs = Conditions(set.Inputs, i => (i.Label, i.VisibleWhen), "inputs", scope, found);
        var groups = Conditions(set.RepeatGroups, g => (g.Label, g.VisibleWhen), "repeatGroups", scope, found);
        var defining = new DefinitionCompiler(set, scope, found);
        var definitions = defining.Definitions();
        var leaves = new List<CompiledLeaf>();
        var compiler = new LeafCompiler(set, scope, found);
        for (var i = 0; i < set.Indicators.Count; i++)
        {
            var indicator = set.Indicators[i];
            if (compiler.Compile(indicator.Leaf, indicator.Unit, indicator.IsPositive, $"$.indicators[{i}].leaf") is { } leaf)
                leaves.Add(leaf);
        }

        var cautions = defining.Cautions();
        problems = Problem.Told(found);
        compiled = found.Count == 0 ? new CompiledRuleSet(set, scope, (definitions, cautions, leaves), inputs, groups) : null;
        return compiled is not null;
    }

    /// <summary>Codes of the inputs and repeat groups that an indicator reads, in the order of the form.</summary>
    public IReadOnlyList<string> InputsOf(string indicatorCode)
    {
        for (var i = 0; i < _leaves.Count; i++)
        {
            if (RuleSet.Indicators[i].Code != indicatorCode)
                continue;
            var read = _leaves[i].Reads.ToHashSet(StringComparer.Ordinal);
            return [.. RuleSet.Inputs.Select(x => x.Code).Concat(RuleSet.RepeatGroups.Select(g => g.Code)).Where(read.Contains)];
        }

        return [];
    }

    /// <summary>Codes of the inputs and repeat groups that are asked, given the answers so far.</summary>
    public IReadOnlySet<string> Asked(Facts facts)
    {
        var asked = RuleSet.Inputs.Select(i => i.Code).Concat(RuleSet.RepeatGroups.Select(g => g.Code)).ToHashSet(StringComparer.Ordinal);
        Bind(facts, default, [], asked);
        return asked;
    }

    /// <summary>Every required answer, row and gate that is still missing, each with its field path; rows are needed at least once where they are asked.</summary>
    public IReadOnlyList<Problem> Missing(Facts facts)
    {
        var asked = Asked(facts);
        var missing = new List<Problem>();
        foreach (var gate in RuleSet.Gates.Where(g => g.Mandatory && !facts.Gates.ContainsKey(g.Code)))
            missing.Add(new Problem("facts.missing", $"gates.{gate.Code}", $"基本要求“{gate.Title}”还没有回答。"));
        foreach (var input in RuleSet.Inputs.Where(i => i.Required && asked.Contains(i.Code) && !facts.Inputs.ContainsKey(i.Code)))
            missing.Add(new Problem("facts.missing", $"inputs.{input.Code}", $"还没有填写“{input.Label}”。"));
        foreach (var group in RuleSet.RepeatGroups.Where(g => asked.Contains(g.Code)))
        {
            var rows = facts.Groups.GetValueOrDefault(group.Code);
            if (rows.IsDefaultOrEmpty)
            {
                missing.Add(new Problem("facts.missing", $"groups.{group.Code}", $"“{group.Label}”至少填写一行。"));
                continue;
            }

            for (var i = 0; i < rows.Length; i++)
            {
                foreach (var input in group.Inputs.Where(x => x.Required && !rows[i].ContainsKey(x.Code)))
                    missing.Add(new Problem("facts.missing", $"groups.{group.Code}[{i}].{input.Code}", $"“{group.Label}”第 {i + 1} 行还没有填写“{input.Label}”。"));
            }
        }

        return missing;
    }

    /// <summary>
    /// Scores the facts. <paramref name="asOf"/> is the day on which parameters are looked up (the campaign pins it).
    /// Never throws for bad answers: they become problems of the sheet and the rows that need them count zero.
    /// </summary>
    public ScoreSheet Evaluate(Facts facts, DateOnly asOf, bool explain = true)
    {
        var problems = new List<Problem>();
        var context = Bind(facts, asOf, problems, null);
        var results = new LeafScore[_leaves.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = Score(RuleSet.Indicators[i], _leaves[i], facts, context, explain);
        problems.AddRange(Cautions(context));
        return new SheetBuilder(this, facts, asOf, explain).Build(results, problems);
    }

    /// <summary>Everything the set defines, worked out with its trace; <paramref name="asOf"/> is the day on which parameters are looked up.</summary>
    public IReadOnlyList<DefinedValue> Define(Facts facts, DateOnly asOf)
    {
        var context = Bind(facts, asOf, [], null);
        var values = new List<DefinedValue>();
        foreach (var definition in _definitions)
        {
            if (definition.Definition.Group is not { } group)
            {
                values.Add(new DefinedValue(definition.Definition, [definition.Explain(context).Node]));
                continue;
            }

            var traces = new List<TraceNode>();
            foreach (var (index, row) in context.Rows(_scope.Group(group)!.Value.Index).Index())
            {
                context.Enter(row, index + 1);
                traces.Add(definition.Explain(context).Node);
            }

            context.Enter(null);
            values.Add(new DefinedValue(definition.Definition, traces));
        }

        return values;
    }

    /// <summary>Scores one indicator alone, without a trace.</summary>
    internal LeafScore ScoreOf(int indicator, Facts facts, EvaluationContext context) => Score(RuleSet.Indicators[indicator], _leaves[indicator], facts, context, explain: false);

    private IEnumerable<Problem> Cautions(EvaluationContext context)
    {
        foreach (var (caution, group, holds) in _cautions)
        {
            var (code, input) = caution.Place;
            var rows = group is { } index ? context.Rows(index) : [[]];
            for (var i = 0; i < rows.Length; i++)
            {
                context.Enter(group is null ? null : rows[i], i + 1);
                var value = holds.Evaluate(context);
                if (value.IsKnown && !value.IsTrue)
                    yield return new Problem("facts.caution", group is null ? $"inputs.{input}" : $"groups.{code}[{i}].{input}", caution.Message, 0, Severity.Warning);
            }

            context.Enter(null);
        }
    }

    private static LeafScore Score(Indicator indicator, CompiledLeaf leaf, Facts facts, EvaluationContext context, bool explain)
    {
        if (facts.NotApplicable.TryGetValue(indicator.Code, out var reason))
        {
            var ruled = Value.NotApplicable(reason.Length > 0 ? $"经认定不适用：{reason}" : "经认定不适用");
            return LeafScore.Not(ruled) with
            {
                Trace = explain ? TraceNode.Of("given", ExpressionType.Number(Unit.One), ruled) : null,
            };
        }

        var declared = facts.Declared.TryGetValue(indicator.Code, out var codes) ? (IReadOnlyCollection<string>)codes : null;
        return leaf.Score(context, new LeafRequest(indicator.Weight, facts.Grades.GetValueOrDefault(indicator.Code), declared, explain));
    }

    private static List<Visibility> Conditions<T>(
        IReadOnlyList<T> items, Func<T, (string Label, string? When)> condition, string path, Scope scope, List<Problem> problems)
    {
        var result = new List<Visibility>();
        for (var i = 0; i < items.Count; i++)
        {
            if (condition(items[i]) is not (var label, { } formula))
                continue;
            var binder = new Binder(scope);
            var bound = binder.BindCondition(formula);
            foreach (var error in binder.Errors)
                problems.Add(new Problem(error.Code, $"$.{path}[{i}].visibleWhen", $"{error.Message}（公式第 {error.Position + 1} 个字符）"));
            if (bound is not null && binder.Errors.Count == 0)
                result.Add(new Visibility(i, label, bound, Value.NotApplicable($"不需要填写“{label}”")));
        }

        return result;
    }

    /// <summary>When an input or a repeat group is asked, by its place, and what its answer is when it is not.</summary>
    private sealed record Visibility(int Place, string Label, BoundExpression Condition, Value Unasked)
    {
        /// <summary>What an answer is when its condition does not hold, or cannot be decided: whoever hides a question by an unreadable answer gains nothing.</summary>
        public Value Hidden(Value visible) => visible.State switch
        {
            ValueState.Error => Value.Error($"无法确定是否需要“{Label}”：{visible.Reason}"),
            ValueState.Missing => Value.Missing($"还不能确定是否需要“{Label}”：{visible.Reason}"),
            _ => Unasked,
        };
    }

    internal EvaluationContext Bind(Facts facts, DateOnly asOf, List<Problem> problems, HashSet<string>? asked)
    {
        var binder = new FactBinder(RuleSet, _scope, problems);
        var context = new EvaluationContext(binder.Inputs(facts), binder.Rows(facts), asOf)
        {
            Values = new Value?[_definitions.Count],
            Traces = new TraceNode?[_definitions.Count],
        };
        binder.CheckCodes(facts);
        foreach (var question in _visibleInputs)
        {
            var visible = question.Condition.Evaluate(context);
            if (visible.IsTrue)
                continue;
            context.SetInput(question.Place, question.Hidden(visible));
            asked?.Remove(RuleSet.Inputs[question.Place].Code);
        }

        foreach (var question in _visibleGroups)
        {
            var visible = question.Condition.Evaluate(context);
            if (visible.IsTrue)
                continue;
            context.Withhold(question.Place, question.Hidden(visible));
            asked?.Remove(RuleSet.RepeatGroups[question.Place].Code);
        }

        return context;
    }
}
