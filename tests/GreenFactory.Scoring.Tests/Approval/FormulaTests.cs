using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Approval;

/// <summary>What the language of the rules makes of a formula: its normal form, its type, its value and why it has none, or the mistake and its place.</summary>
public sealed class FormulaTests
{
    /// <summary>Questions in every state: answered, not answered, not applicable, answered wrongly.</summary>
    private const string States = """
        {"set": {
          "inputs[11]": {"code": "unsaid", "label": "没说", "type": "boolean"},
          "inputs[12]": {"code": "wrong", "label": "说错", "type": "boolean"},
          "inputs[13]": {"code": "nothing", "label": "没填", "type": "number", "unit": "tce"},
          "inputs[14]": {"code": "bad", "label": "填错", "type": "number", "unit": "tce"},
          "inputs[15]": {"code": "hidden", "label": "不问", "type": "number", "unit": "tce", "visibleWhen": "audit"},
          "inputs[16]": {"code": "unset", "label": "没选", "type": "choice", "options": [{"code": "good", "label": "好"}]},
          "inputs[17]": {"code": "unchosen", "label": "没多选", "type": "multi-choice", "options": [{"code": "good", "label": "好"}]},
          "inputs[18]": {"code": "zero", "label": "零", "type": "number", "unit": "tce"}
        }}
        """;

    private const string Answers = """
        {"inputs": {"energy": "2000", "value": "10000", "plan": "是", "audit": "否", "limited": "是", "functions": ["good", "fair"], "design": "fair", "since": "2020-01-05",
          "staff": "100", "wrong": "也许", "bad": "x", "hidden": "1", "zero": "0"},
         "groups": {"products": [{"product": "k1", "used": "10", "output": "1000", "clean": "是"}, {"product": "k3", "used": "20", "output": "500", "clean": "否"}]}}
        """;

    private readonly RuleSet _set = Rich.Altered(JsonNode.Parse(States)!.AsObject());

    private readonly string[] _formulas = File.ReadAllLines(Path.Combine(Shipped.TestFolder, "Approval", "formulas.txt"));

    [Fact]
    public void Every_formula_has_the_value_or_the_refusal_that_was_approved() => Approved.Equal("Approval/formulas.approved.txt", _formulas.Append("").SelectMany(formula =>
    {
        var scope = new Scope(_set);
        new DefinitionCompiler(_set, scope, []).Definitions();
        var binder = new Binder(scope);
        var bound = binder.Bind(formula);
        var written = Expression.Parse(formula).Expression;
        var lines = new List<string> { $"{formula}{(written is null ? "" : $"  ≡  {written}")}" };
        lines.AddRange(binder.Errors.Select(Told));
        if (bound is not null)
        {
            var value = bound.Evaluate(Context());
            var explained = bound.Explain(Context());
            lines.Add($"    {bound.Type.Describe()} depth {bound.Depth} reads {string.Join(" ", bound.Reads.Distinct())}");
            lines.Add($"    {Told(value)}");
            Assert.Equal(Told(value), Told(explained.Value));
            lines.AddRange(Steps(explained.Node, 6));
        }

        return lines;
    }));

    [Fact]
    public void A_formula_where_something_else_is_wanted_is_converted_or_refused_at_its_place() => Approved.Equal("Approval/demands.approved.txt", _formulas.Select(formula =>
    {
        Assert.True(Unit.TryParse("kgce", out var unit));
        return string.Join("  ", formula, Demand(b => b.BindNumber(formula, unit)), Demand(b => b.BindNumber(formula)), Demand(b => b.BindCondition(formula)), Demand(b => b.BindText(formula)));
    }));

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void A_chain_of_sixty_operators_is_read_and_one_of_sixty_one_is_not(int operators, bool refused) =>
        Assert.Equal(refused ? "expr.tooDeep" : null, Expression.Parse("1" + string.Concat(Enumerable.Repeat(" + 1", operators))).Error?.Code);

    [Theory]
    [InlineData("(", "1", ")", 58, false)]
    [InlineData("(", "1", ")", 59, false)]
    [InlineData("(", "1", ")", 60, true)]
    [InlineData("not ", "true", "", 59, false)]
    [InlineData("not ", "true", "", 60, true)]
    [InlineData("-", "1", "", 59, false)]
    [InlineData("-", "1", "", 60, true)]
    public void Sixty_levels_of_nesting_are_read_and_one_more_is_not(string open, string inner, string close, int times, bool refused)
    {
        var text = string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times));

        Assert.Equal(refused ? "expr.tooDeep" : null, Expression.Parse(text).Error?.Code);
    }

    [Theory]
    [InlineData(3998, null)]
    [InlineData(3999, "expr.tooLong")]
    public void Four_thousand_characters_are_read_and_one_more_is_not(int spaces, string? code)
    {
        var error = Expression.Parse("1" + new string(' ', spaces) + "1").Error;

        Assert.Equal(code ?? "expr.trailing", error?.Code);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_step_beyond_the_limit_is_an_error_and_not_a_value(int steps, bool exceeded)
    {
        var scope = new Scope(_set);
        foreach (var formula in new[] { "1 + (2 + 3)", "1 < 2 + 3", "plan and (plan or audit)", "if(plan, abs(1), 2)", "abs(abs(1))", "abs(lookup(\"targets\", \"per_energy\", \"leading\"))" })
        {
            var bound = new Binder(scope).Bind(formula)!;

            Assert.Equal((formula, exceeded), (formula, Context(steps) is var plain && bound.Evaluate(plain).State == ValueState.Error));
            Assert.Equal((formula, exceeded), (formula, Context(steps) is var told && bound.Explain(told).Value.State == ValueState.Error));
        }
    }

    private EvaluationContext Context(int steps = EvaluationContext.StepLimit)
    {
        var bound = CompiledRuleSet.Compile(_set).Bind(FactsJson.Read(Answers).Facts, new DateOnly(2026, 7, 24), [], null);
        return new EvaluationContext(
            [.. _set.Inputs.Select((_, i) => bound.Input(i))], [.. _set.RepeatGroups.Select((_, g) => bound.Rows(g))], new DateOnly(2026, 7, 24), steps)
        {
            Values = new Value?[_set.Definitions.Count],
            Traces = new TraceNode?[_set.Definitions.Count],
        };
    }

    private string Demand(Func<Binder, BoundExpression?> bind)
    {
        var scope = new Scope(_set);
        new DefinitionCompiler(_set, scope, []).Definitions();
        var binder = new Binder(scope);
        var bound = bind(binder);
        return bound is null ? string.Join(";", binder.Errors.Select(e => $"{e.Code}@{e.Position}")) : Told(bound.Evaluate(Context()));
    }

    private static string Told(ExpressionError error) => $"    {error.Code}@{error.Position} {error.Message}";

    private static string Told(Value value) =>
        ($"{value.State} {value.Number.ToString("0.############################", CultureInfo.InvariantCulture)} "
            + (value.IsKnown ? value.Text + string.Join("|", value.Choices) : value.Reason)).TrimEnd();

    private static IEnumerable<string> Steps(TraceNode node, int depth) => node.Arguments.SelectMany(a => Steps(a, depth + 2)).Prepend(
        ($"{new string(' ', depth)}{node.Operation} {node.State} {node.Value?.ToString(CultureInfo.InvariantCulture)}{node.Text} {node.Unit} "
            + $"{node.Label} {node.Code} {node.Formula} {node.Factor?.ToString(CultureInfo.InvariantCulture)} {node.Reason}").TrimEnd());
}
