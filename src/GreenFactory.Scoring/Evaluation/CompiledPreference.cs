using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>A preference rule whose formulas are bound. Numbers are compared as they are, unrounded (GB/T 8170—2008, 4.3.1: 全数值比较法).</summary>
internal sealed class CompiledPreference
{
    private readonly int _group;
    private readonly BoundExpression _name;
    private readonly BoundExpression _value;
    private readonly Level _keySectors;
    private readonly Level _others;
    private readonly string _unit;

    private CompiledPreference(int group, BoundExpression name, BoundExpression value, Level keySectors, Level others, string unit) =>
        (_group, _name, _value, _keySectors, _others, _unit) = (group, name, value, keySectors, others, unit);

    /// <summary>Every formula of a rule, also those that it only implies.</summary>
    public static IEnumerable<string> Formulas(PreferenceRule rule) =>
        [rule.Group, rule.Name, rule.Value, Lookup(rule, rule.KeySectors), Lookup(rule, rule.Others)];

    /// <summary>Binds a rule; none if it has mistakes, each of which is a problem with its JSON path.</summary>
    public static CompiledPreference? Compile(PreferenceRule rule, Scope scope, List<Problem> problems)
    {
        const string path = "$.policies.preference";
        if (scope.Group(rule.Group) is not { } group)
        {
            problems.Add(new Problem("preference.group", $"{path}.group", $"没有多行填报项“{rule.Group}”。"));
            return null;
        }

        if (!Unit.TryParse(rule.Unit, out var unit))
        {
            problems.Add(new Problem("unit.unknown", $"{path}.unit", $"不认识单位“{rule.Unit}”。"));
            return null;
        }

        BoundExpression? Bind(Func<Binder, BoundExpression?> bind, string at)
        {
            var binder = new Binder(scope, group.Group);
            var bound = bind(binder);
            problems.AddRange(binder.Errors.Select(e => new Problem(e.Code, $"{path}.{at}", $"{e.Message}（公式第 {e.Position + 1} 个字符）")));
            return binder.Errors.Count == 0 ? bound : null;
        }

        Level? BindLevel(PreferenceLevel level, string at)
        {
            if (scope.Table(level.Table) is not { } table || table.Table.Columns.All(c => c.Code != level.Column))
            {
                problems.Add(new Problem("preference.level", $"{path}.{at}", $"没有参数表“{level.Table}”，或其中没有列“{level.Column}”。"));
                return null;
            }

            return Bind(b => b.BindNumber(Lookup(rule, level), unit), at) is { } number ? new Level(table, table.ColumnLabel(level.Column), number) : null;
        }

        var (name, value) = (Bind(b => b.BindText(rule.Name), "name"), Bind(b => b.BindNumber(rule.Value, unit), "value"));
        if (name is null || value is null)
            return null;
        var (keySectors, others) = (BindLevel(rule.KeySectors, "keySectors"), BindLevel(rule.Others, "others"));
        return keySectors is null || others is null ? null : new CompiledPreference(group.Index, name, value, keySectors, others, unit.Text);
    }

    public PreferenceReading Read(EvaluationContext context, ConfirmedValues confirmed, bool explain)
    {
        if (context.IsWithheld(_group, out var why))
            return new PreferenceReading(why.State == ValueState.NotApplicable ? PreferenceState.NotApplicable : PreferenceState.Undecided, why.Reason, []);
        var answers = context.Rows(_group);
        var rows = new PreferenceRow[answers.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            context.Enter(answers[i], i + 1);
            rows[i] = Row(context, confirmed, explain);
        }

        context.Enter(null);
        return PreferenceReading.Of(rows);
    }

    private PreferenceRow Row(EvaluationContext context, ConfirmedValues confirmed, bool explain)
    {
        var product = _name.Evaluate(context);
        if (!product.IsKnown)
            return new PreferenceRow("", "", null, null, _unit, PreferenceState.Undecided, product.Reason, null);
        var level = _keySectors.Table.Knows(product.Text) ? _keySectors : _others;
        var (value, working) = _value.Explain(context);
        var (limit, node) = level.Number.Explain(context);
        var source = SourceOf(node);
        var (state, reason) = Judge(value, limit, level.Label, source, Sources(node).Concat(Sources(working)).FirstOrDefault(one => !confirmed.Settle(one)));
        return new PreferenceRow(product.Text, level.Label, Known(value), Known(limit), node.Unit.Length > 0 ? node.Unit : _unit, state, reason, source)
        {
            Proof = explain ? (working, node) : null,
        };
    }

    /// <summary>
    /// A number that nobody compared with the text decides nothing, however clear it looks: neither for the unit nor against it. The reason says what it would come to.
    /// <paramref name="doubtful"/> is the first such number, none where all are settled.
    /// </summary>
    private static (PreferenceState State, string Reason) Judge(Value value, Value limit, string level, ParameterSource? source, ParameterSource? doubtful)
    {
        if (doubtful is not null && !limit.IsKnown && source is { Confirmation: not Confirmation.Confirmed })
            return (PreferenceState.Undecided, $"“{source.Label}”的{level}尚未取得");
        if (source is { IsUncorrected: true })
            return (PreferenceState.Undecided, $"“{source.Label}”：{source.Correction}");
        if (!limit.IsKnown || !value.IsKnown)
            return (PreferenceState.Undecided, limit.IsKnown ? value.Reason : limit.Reason);
        var label = source?.Label ?? "";
        var (met, corrected) = (value.Exact <= limit.Exact, source is { Correction.Length: > 0 } ? $"（{level} {DecimalText.Write(limit.Number)} {source.Correction}）" : "");
        var outcome = $"{(met ? "达到" : "未达到")}{level}{corrected}";
        if (doubtful is not null)
        {
            var number = doubtful == source ? $"“{label}”的{level}" : $"“{doubtful.Label}”的{doubtful.Column}";
            return (PreferenceState.Undecided, $"{number}{Doubt(doubtful)}，核对之前不作结论（按现有数值为{outcome}）");
        }

        return (met ? PreferenceState.Met : PreferenceState.NotMet, $"“{label}”{outcome}");
    }

    private static string Doubt(ParameterSource source) => source switch
    {
        { Confirmation: Confirmation.Draft } => "来自征求意见稿",
        { Provenance: Provenance.Example } => "只是示例",
        { Provenance: Provenance.Derived } => "由转录的材料推算，未与标准原文核对",
        _ => "转录自公开资料，未与标准原文核对",
    };

    private static IEnumerable<ParameterSource> Sources(TraceNode node) => node.Source is { } source ? [source] : node.Arguments.SelectMany(Sources);

    private static ParameterSource? SourceOf(TraceNode node) => node.Source ?? node.Arguments.Select(SourceOf).FirstOrDefault(s => s is not null);

    private static decimal? Known(Value value) => value.IsKnown ? value.Number : null;

    private static string Lookup(PreferenceRule rule, PreferenceLevel level) => $"level(\"{level.Table}\", {rule.Name}, \"{level.Column}\")";

    private sealed record Level(ParameterIndex Table, string Label, BoundExpression Number);
}
