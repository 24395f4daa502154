using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Expressions;

/// <summary>Whatever somebody writes as a formula, it is refused with a place or it yields a value: nothing crashes, escapes or runs on.</summary>
public sealed class ExpressionFuzzTests
{
    private const int Formulas = 1_000_000;
    private const int Workers = 4;

    private static readonly string[] Functions = ["if", "min", "max", "sum", "avg", "count", "round", "clamp", "abs", "known", "missing", "orelse", "has", "oneof", "lookup", "system", "eval"];
    private static readonly string[] Operators = ["+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "and", "or"];
    private static readonly string[] Soup = [.. Operators, "(", ")", ",", "[tce]", "[", "]", "\"", "not", ".", "；", "０", "NaN", "1e999", "\u0000", "\uD800", "$", "//", "{", "}"];

    private readonly RuleSet _set = RuleSetReader.Read(File.ReadAllText(Path.Combine(Shipped.Folder, "gbt36132-2025.json"))).RuleSet!;

    [Fact]
    public void A_million_formulas_neither_crash_nor_escape_nor_run_on()
    {
        var evaluated = 0;
        Parallel.For(0, Workers, worker =>
        {
            var random = new Random(20260724 + worker);
            var scope = new Scope(_set);
            var names = scope.Names.Concat(_set.RepeatGroups.SelectMany(group => group.Inputs.Select(input => input.Code))).Append("nobody").ToArray();
            for (var i = 0; i < Formulas / Workers; i++)
            {
                var formula = random.Next(4) == 0 ? Tokens(random, names) : Grown(random, names, 0);
                var binder = new Binder(scope);
                if (binder.Bind(formula) is not { } bound)
                {
                    Assert.NotEmpty(binder.Errors);
                    Assert.All(binder.Errors, error => Assert.InRange(error.Position, 0, Math.Max(formula.Length, 1)));
                    continue;
                }

                Interlocked.Increment(ref evaluated);
                _ = bound.Evaluate(Context(random));
            }
        });
        Assert.True(evaluated > Formulas / 100, $"only {evaluated} formulas could be evaluated: the generator has lost its way");
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

    private EvaluationContext Context(Random random) => new(
        [.. _set.Inputs.Select(input => Any(random, input.Type))],
        [.. _set.RepeatGroups.Select(group => Enumerable.Range(0, random.Next(3)).Select(_ => group.Inputs.Select(input => Any(random, input.Type)).ToArray()).ToArray())],
        new DateOnly(2026, 7, 24));

    private static Value Any(Random random, InputType type) => random.Next(5) switch
    {
        0 => Value.Missing("未填"),
        1 => Value.Error("测试"),
        _ when type is InputType.Number => Value.Of(random.Next(6) switch { 0 => 0m, 1 => decimal.MaxValue, 2 => decimal.MinValue, 3 => 0.0000000000000000000000000001m, _ => random.Next(-1000, 1000) }),
        _ when type is InputType.Boolean => Value.Of(random.Next(2) == 0),
        _ => Value.Missing("未填"),
    };

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
