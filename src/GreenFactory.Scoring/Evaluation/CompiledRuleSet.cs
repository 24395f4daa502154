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
    private readonly CompiledLeaf[] _leaves;
    private readonly DefinitionExpression[] _definitions;
    private readonly CompiledCaution[] _cautions;
    private readonly Visibility[] _visibleInputs;
    private readonly Visibility[] _visibleGroups;
    private readonly Visibility[][] _visibleCells;
    private readonly Lazy<FactBinder> _binder;
    private readonly ContextPool _contexts = new();
    private readonly Lazy<SheetBuilder> _sheets;
    private readonly Lazy<SheetBuilder> _decimalSheets;
    private readonly CompiledPreference? _preference;
    private readonly Lazy<string> _contentHash;

    private CompiledRuleSet(
        RuleSet set,
        Scope scope,
        (DefinitionExpression[] Definitions, CompiledCaution[] Cautions, CompiledLeaf[] Leaves) formulas,
        CompiledPreference? preference,
        (Visibility[] Inputs, Visibility[] Groups, Visibility[][] Cells) visible)
    {
        (RuleSet, _scope, _preference) = (set, scope, preference);
        (_visibleInputs, _visibleGroups, _visibleCells) = visible;
        (_definitions, _cautions, _leaves) = formulas;
        _binder = new Lazy<FactBinder>(() => new FactBinder(set, scope));
        _sheets = new Lazy<SheetBuilder>(() => new SheetBuilder(set, ScoreArithmetic.Exact));
        _decimalSheets = new Lazy<SheetBuilder>(() => new SheetBuilder(set, ScoreArithmetic.Decimal));
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
        var inputs = Visibility.Compile([.. set.Inputs.Select(i => (i.Label, i.VisibleWhen))], "inputs", scope, found);
        var groups = Visibility.Compile([.. set.RepeatGroups.Select(g => (g.Label, g.VisibleWhen))], "repeatGroups", scope, found);
        var cells = set.RepeatGroups
            .Select((g, i) => Visibility.Compile([.. g.Inputs.Select(x => (x.Label, x.VisibleWhen))], $"repeatGroups[{i}].inputs", scope, found, g)).ToArray();
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
        var preference = set.Policies.Preference is { } rule ? CompiledPreference.Compile(rule, scope, found) : null;
        problems = Problem.Told(found);
        compiled = found.Count == 0 ? new CompiledRuleSet(set, scope, ([.. definitions], [.. cautions], [.. leaves]), preference, (inputs, groups, cells)) : null;
        return compiled is not null;
    }

    /// <summary>Codes of the inputs and repeat groups that an indicator reads, in the order of the form.</summary>
    public IReadOnlyList<string> InputsOf(string indicatorCode)
    {
        for (var i = 0; i < _leaves.Length; i++)
        {
            if (RuleSet.Indicators[i].Code != indicatorCode)
                continue;
            var read = _leaves[i].Reads.ToHashSet(StringComparer.Ordinal);
            return [.. RuleSet.Inputs.Select(x => x.Code).Concat(RuleSet.RepeatGroups.Select(g => g.Code)).Where(read.Contains)];
        }

        return [];
    }

    /// <summary>
    /// Codes of the inputs and repeat groups that are asked, given the answers so far, and the place of every answer of a row that is asked under a condition.
    /// </summary>
    /// <param name="facts">The answers so far.</param>
    /// <param name="asOf">The day for which parameters are read; none for the rows in force last.</param>
    public IReadOnlySet<string> Asked(Facts facts, DateOnly? asOf = null)
    {
        var asked = RuleSet.Inputs.Select(i => i.Code).Concat(RuleSet.RepeatGroups.Select(g => g.Code)).ToHashSet(StringComparer.Ordinal);
        Bind(facts, asOf ?? DateOnly.MaxValue, [], asked);
        return asked;
    }

    /// <summary>Every required answer, row and gate that is still missing, each with its field path; rows are needed at least once where they are asked.</summary>
    /// <param name="facts">The answers so far.</param>
    /// <param name="asOf">The day for which parameters are read; none for the rows in force last.</param>
    public IReadOnlyList<Problem> Missing(Facts facts, DateOnly? asOf = null)
    {
        var asked = Asked(facts, asOf);
        var missing = new List<Problem>();
        foreach (var gate in RuleSet.Gates.Where(g => g.Mandatory && !facts.Gates.ContainsKey(g.Code)))
            missing.Add(new Problem("facts.missing", AnswerPlace.OfGate(gate.Code).ToString(), $"基本要求“{gate.Title}”还没有回答。"));
        foreach (var input in RuleSet.Inputs.Where(i => i.Required && asked.Contains(i.Code) && !facts.Inputs.ContainsKey(i.Code)))
            missing.Add(new Problem("facts.missing", AnswerPlace.OfInput(input.Code).ToString(), $"还没有填写“{input.Label}”。"));
        foreach (var group in RuleSet.RepeatGroups.Where(g => asked.Contains(g.Code)))
        {
            var rows = facts.Groups.GetValueOrDefault(group.Code);
            if (rows.IsDefaultOrEmpty)
            {
                missing.Add(new Problem("facts.missing", AnswerPlace.OfGroup(group.Code).ToString(), $"“{group.Label}”至少填写一行。"));
                continue;
            }

            for (var i = 0; i < rows.Length; i++)
            {
                foreach (var input in group.Inputs.Where(x => x.Required && !rows[i].ContainsKey(x.Code)))
                {
                    if (input.VisibleWhen is not null && !asked.Contains(AnswerPlace.OfCell(group.Code, i, input.Code).ToString()))
                        continue;
                    missing.Add(new Problem("facts.missing", AnswerPlace.OfCell(group.Code, i, input.Code).ToString(), $"“{group.Label}”第 {i + 1} 行还没有填写“{input.Label}”。"));
                }
            }
        }

        return missing;
    }

    /// <summary>
    /// Scores the facts. <paramref name="asOf"/> is the day on which parameters are looked up (the campaign pins it).
    /// Never throws for bad answers: they become problems of the sheet and the rows that need them count zero. Only what was frozen by
    /// another <paramref name="arithmetic"/> is evaluated by it again.
    /// </summary>
    public ScoreSheet Evaluate(Facts facts, DateOnly asOf, bool explain = true, ScoreArithmetic arithmetic = ScoreArithmetic.Exact)
    {
        var context = Bind(facts, asOf, null, null, arithmetic);
        var results = new LeafScore[_leaves.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = Score(RuleSet.Indicators[i], _leaves[i], facts, context, explain);
        if (explain)
            Warn(context, context.Problems);
        IReadOnlyList<Problem> problems = context.Problems.Count == 0 ? [] : [.. context.Problems];
        var sheet = (arithmetic == ScoreArithmetic.Exact ? _sheets : _decimalSheets).Value
            .Build(ContentHash, context.Gates, asOf, results, explain ? problems : new ProblemsWhenRead(this, facts, asOf, arithmetic, problems));
        Release(context);
        return sheet;
    }

    /// <summary>
    /// Whether the facts make the unit preferred, with the proof product by product; none when the set has no rule for it.
    /// It stands beside the score and never changes it. <paramref name="asOf"/> is the day on which parameters are looked up; of these only what is official or among
    /// <paramref name="confirmed"/> decides.
    /// </summary>
    public PreferenceReading? Prefer(Facts facts, DateOnly asOf, ConfirmedValues confirmed, bool explain = false) =>
        _preference?.Read(Bind(facts, asOf, [], null), confirmed, explain);

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

    /// <summary>What the relations of the set say about the facts. No point depends on it, so that it is worked out when somebody reads the problems of a sheet that explains nothing.</summary>
    internal List<Problem> Contradictions(Facts facts, DateOnly asOf, ScoreArithmetic arithmetic)
    {
        var context = Bind(facts, asOf, [], null, arithmetic);
        var found = new List<Problem>();
        Warn(context, found);
        Release(context);
        return found;
    }

    private void Warn(EvaluationContext context, List<Problem> problems)
    {
        foreach (var (caution, group, holds) in _cautions)
        {
            if (group is not { } index)
            {
                if (IsBroken(holds.Evaluate(context)))
                    problems.Add(Broken(caution, AnswerPlace.OfInput(caution.Place.Input)));
                continue;
            }

            var rows = context.Rows(index);
            for (var i = 0; i < rows.Length; i++)
            {
                context.Enter(rows[i], i + 1);
                if (IsBroken(holds.Evaluate(context)))
                    problems.Add(Broken(caution, AnswerPlace.OfCell(caution.Place.Group!, i, caution.Place.Input)));
            }

            context.Enter(null);
        }
    }

    private static Problem Broken(Caution caution, AnswerPlace at) => caution.Refuses
        ? new Problem("facts.contradiction", at.ToString(), caution.Message)
        : new Problem("facts.caution", at.ToString(), caution.Message, 0, Severity.Warning);

    private static bool IsBroken(Value holds) => holds.IsKnown && !holds.IsTrue;

    private static LeafScore Score(Indicator indicator, CompiledLeaf leaf, Facts facts, EvaluationContext context, bool explain)
    {
        if (facts.NotApplicable.TryGetValue(indicator.Code, out var reason))
        {
            var ruled = Value.NotApplicable(reason.Length > 0 ? $"经认定不适用：{reason}" : "经认定不适用");
            return LeafScore.Not(ruled, explain ? new TraceNode("given", ExpressionType.Number(Unit.One), ruled) : null);
        }

        var declared = facts.Declared.TryGetValue(indicator.Code, out var codes) ? (IReadOnlyCollection<string>)codes : null;
        return leaf.Score(context, new LeafRequest(indicator.Weight, facts.Grades.GetValueOrDefault(indicator.Code), declared, explain));
    }

    /// <summary>An answer that is not asked in its row counts for nothing; where there is none, nobody needs to know unless what is asked is wanted.</summary>
    private void HideCells(EvaluationContext context, int group, HashSet<string>? asked)
    {
        var rows = context.Rows(group);
        for (var i = 0; i < rows.Length; i++)
        {
            context.Enter(rows[i], i + 1);
            foreach (var question in _visibleCells[group])
            {
                if (asked is null && rows[i][question.Place].State == ValueState.Missing)
                    continue;
                var visible = question.Condition.Evaluate(context);
                if (!visible.IsTrue)
                    rows[i][question.Place] = question.Hidden(visible);
                else
                    asked?.Add(AnswerPlace.OfCell(RuleSet.RepeatGroups[group].Code, i, RuleSet.RepeatGroups[group].Inputs[question.Place].Code).ToString());
            }
        }

        context.Enter(null);
    }

    /// <summary>Lets the next evaluation use the room of one that has ended.</summary>
    internal void Release(EvaluationContext context) => _contexts.GiveBack(context);

    /// <summary>Reads the answers; what is wrong with single ones is added to <paramref name="problems"/>, or to those of the context.</summary>
    internal EvaluationContext Bind(
        Facts facts, DateOnly asOf, List<Problem>? problems, HashSet<string>? asked, ScoreArithmetic arithmetic = ScoreArithmetic.Exact)
    {
        var context = _contexts.Take() ?? _binder.Value.Room();
        context.Begin(asOf, arithmetic);
        _binder.Value.Bind(facts, context, problems ?? context.Problems);
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

        for (var group = 0; group < _visibleCells.Length; group++)
        {
            if (_visibleCells[group].Length > 0)
                HideCells(context, group, asked);
        }

        return context;
    }
}
