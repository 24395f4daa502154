using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Expressions;

/// <summary>Whatever somebody writes as a formula, it is refused with a place or it yields a value: nothing crashes, escapes or runs on.</summary>
public sealed class ExpressionFuzzTests
{
    private static readonly int Formulas = Effort.Of(100_000) * 10;
    private const int Workers = 4;

    private static readonly string[] Functions = ["if", "min", "max", "sum", "avg", "count", "round", "clamp", "abs", "known", "missing", "orelse", "has", "oneof", "lookup", "system", "eval"];
    private static readonly string[] Operators = ["+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "and", "or"];
    private static readonly string[] Soup = [.. Operators, "(", ")", ",", "[tce]", "[", "]", "\"", "not", ".", "；", "０", "NaN", "1e999", "\u0000", "\uD800", "$", "//", "{", "}"];

    /// <summary>Every formula that ships, cut into tokens.</summary>
    private static readonly string[][] ShippedFormulas = [.. Shipped.Files.Where(f => Path.GetDirectoryName(f) == Shipped.Folder)
        .SelectMany(f => Scoring.Checking.Formulas.Of(Shipped.Read(Shipped.IdOf(f)))).Distinct().Select(Cut)];

    private readonly RuleSet _set = Shipped.Read("gbt36132-2025");

    [Fact]
    public void A_million_formulas_neither_crash_nor_escape_nor_run_on_and_explain_themselves_truly()
    {
        var (evaluated, mutated) = (0, 0);
        Parallel.For(0, Workers, worker =>
        {
            var random = new Random(20260724 + worker);
            var scope = new Scope(_set);
            var definitions = new DefinitionCompiler(_set, scope, []).Definitions();
            var names = scope.Names.Concat(_set.RepeatGroups.SelectMany(group => group.Inputs.Select(input => input.Code))).Append("nobody").ToArray();
            for (var i = 0; i < Formulas / Workers; i++)
            {
                var shipped = random.Next(3) == 0;
                var formula = shipped ? Mutated(random) : random.Next(4) == 0 ? Tokens(random, names) : Grown(random, names, 0);
                var group = random.Next(3) == 0 ? random.Next(_set.RepeatGroups.Count) : (int?)null;
                var binder = new Binder(scope, group is { } at ? _set.RepeatGroups[at] : null);
                if (binder.Bind(formula) is not { } bound)
                {
                    Assert.NotEmpty(binder.Errors);
                    Assert.All(binder.Errors, error => Assert.InRange(error.Position, 0, Math.Max(formula.Length, 1)));
                    continue;
                }

                Interlocked.Increment(ref evaluated);
                if (shipped)
                    Interlocked.Increment(ref mutated);
                var (seed, steps) = (random.Next(), random.Next(4) == 0 ? random.Next(12) : EvaluationContext.StepLimit);
                var plain = bound.Evaluate(Context(seed, steps, definitions.Count, group));
                if (i % 4 != 0)
                    continue;
                Assert.Equal((formula, Told(plain)), (formula, Told(bound.Explain(Context(seed, steps, definitions.Count, group)).Value)));
                var written = Expression.Parse(formula).Expression!;
                Assert.Equal(written, Expression.Parse(written.ToString()).Expression);
            }
        });
        Assert.True(evaluated > Formulas / 100, $"only {evaluated} formulas could be evaluated: the generator has lost its way");
        Assert.True(mutated > Formulas / 100, $"only {mutated} mutated formulas could be evaluated: the mutations are too rough");
    }

    [Fact]
    public void A_formula_over_too_many_rows_stops_and_says_so()
    {
        var group = _set.RepeatGroups.ToList().FindIndex(candidate => candidate.Code == "wastewater_pollutants");
        var rows = _set.RepeatGroups.Select(_ => Array.Empty<Value[]>()).ToArray();
        var row = _set.RepeatGroups[group].Inputs.Select(input => input.Type is InputType.Number ? Value.Of(1m) : Value.Missing("未填")).ToArray();
        rows[group] = [.. Enumerable.Repeat(row, EvaluationContext.StepLimit + 1)];
        var bound = new Binder(new Scope(_set)).Bind("sum(wastewater_pollutants, average / permitted)")!;
        var outcome = bound.Evaluate(new EvaluationContext([.. _set.Inputs.Select(_ => Value.Missing("未填"))], rows, new DateOnly(2026, 7, 24)));
        Assert.Equal(ValueState.Error, outcome.State);
    }

    [Theory]
    [InlineData("(", 100_000)]
    [InlineData("not ", 100_000)]
    [InlineData("-", 100_000)]
    [InlineData("if(", 100_000)]
    [InlineData("1+", 100_000)]
    public void Nesting_without_end_is_refused_and_never_exhausts_the_stack(string part, int times)
    {
        Assert.NotNull(Expression.Parse(string.Concat(Enumerable.Repeat(part, times))).Error);
        Assert.NotNull(Expression.Parse(string.Concat(Enumerable.Repeat(part, 900)) + "1").Error);
    }

    private EvaluationContext Context(int seed, int steps, int definitions, int? group)
    {
        var random = new Random(seed);
        var context = new EvaluationContext(
            [.. _set.Inputs.Select(input => Any(random, input))],
            [.. _set.RepeatGroups.Select(g => Enumerable.Range(0, random.Next(3)).Select(_ => g.Inputs.Select(input => Any(random, input)).ToArray()).ToArray())],
            new DateOnly(2026, 7, 24),
            steps)
        {
            Values = new Value?[definitions],
            Traces = new TraceNode?[definitions],
        };
        if (group is { } at && context.Rows(at) is [var row, ..])
            context.Enter(row, 1);
        return context;
    }

    private static (ValueState, decimal, string, string) Told(Value value) => (value.State, value.Number, value.Reason, value.IsKnown ? value.Text + string.Join(",", value.Choices) : "");

    private Value Any(Random random, InputDefinition input) => random.Next(6) switch
    {
        0 => Value.Missing("未填"),
        1 => Value.Error("测试"),
        2 => Value.NotApplicable("不需要填写"),
        _ => input.Type switch
        {
            InputType.Number => Value.Of(random.Next(6) switch { 0 => 0m, 1 => decimal.MaxValue, 2 => decimal.MinValue, 3 => 0.0000000000000000000000000001m, _ => random.Next(-1000, 1000) }),
            InputType.Boolean => Value.Of(random.Next(2) == 0),
            InputType.Choice => Value.Of(Option(random, input)),
            InputType.MultiChoice => Value.Of((IReadOnlyList<string>)[.. Enumerable.Range(0, random.Next(4)).Select(_ => Option(random, input)).Distinct()]),
            InputType.Date => Value.Of(DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber))),
            _ => Value.Of(random.Next(2) == 0 ? "" : "文字"),
        },
    };

    private string Option(Random random, InputDefinition input)
    {
        if (input.OptionsFrom is not { } code)
            return input.Options[random.Next(input.Options.Count)].Code;
        var rows = _set.Parameters.First(p => p.Code == code).Rows;
        return rows[random.Next(rows.Count)].Key;
    }

    private static string[] Cut(string formula) => [.. new Lexer(formula).Tokens().Where(t => t.Kind != TokenKind.End).Select(t => t.Kind switch
    {
        TokenKind.Text => $"\"{t.Text}\"",
        TokenKind.Unit => $"[{t.Text}]",
        _ => t.Text,
    })];

    /// <summary>A formula that ships with one to three tokens dropped, doubled, exchanged, or taken from another formula.</summary>
    private static string Mutated(Random random)
    {
        var tokens = ShippedFormulas[random.Next(ShippedFormulas.Length)].ToList();
        for (var i = random.Next(1, 4); i > 0 && tokens.Count > 0; i--)
        {
            var (at, other) = (random.Next(tokens.Count), ShippedFormulas[random.Next(ShippedFormulas.Length)]);
            switch (random.Next(5))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    var second = random.Next(tokens.Count);
                    (tokens[at], tokens[second]) = (tokens[second], tokens[at]);
                    break;
                case 3:
                    tokens[at] = other[random.Next(other.Length)];
                    break;
                default:
                    tokens[at] = $"({string.Join(' ', other)})";
                    break;
            }
        }

        return string.Join(' ', tokens);
    }

    private static string Tokens(Random random, string[] names) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => random.Next(3) == 0 ? names[random.Next(names.Length)] : Soup[random.Next(Soup.Length)]).Select(token => token + (random.Next(2) == 0 ? " " : "")));

    private static string Grown(Random random, string[] names, int depth) => (depth > 4 ? random.Next(4) : random.Next(9)) switch
    {
        0 => names[random.Next(names.Length)],
        1 => random.Next(1_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        2 => random.Next(2) == 0 ? "true" : "\"level1\"",
        3 => $"{random.Next(100)} [{(random.Next(2) == 0 ? "tce" : "万元")}]",
        4 => $"not {Grown(random, names, depth + 1)}",
        5 => $"-({Grown(random, names, depth + 1)})",
        6 => $"{Functions[random.Next(Functions.Length)]}({string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Grown(random, names, depth + 1)))})",
        _ => $"({Grown(random, names, depth + 1)} {Operators[random.Next(Operators.Length)]} {Grown(random, names, depth + 1)})",
    };
}
