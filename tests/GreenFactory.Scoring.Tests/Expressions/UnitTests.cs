using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Tests.Expressions;

public sealed class UnitTests
{
    [Theory]
    [InlineData("亿元*亿元*亿元*亿元")]
    [InlineData("mg*mg*mg*mg*mg")]
    [InlineData("mg/万t/万t/万t/万t")]
    [InlineData("1/亿元/亿元/亿元/亿元")]
    public void A_unit_beyond_what_can_be_held_is_refused(string text)
    {
        Assert.False(Unit.TryParse(text, out _));
        var set = SoundSet.Read();
        Assert.Contains(
            RuleSetChecker.Check(set with { Inputs = [.. set.Inputs.Select((i, n) => n == 0 ? i with { Unit = text } : i)] }),
            p => p is { Code: "unit.unknown", Path: "$.inputs[0].unit" });
    }

    [Theory]
    [InlineData("1 [亿元] * 1 [亿元] * 1 [亿元] * 1 [亿元] > 0")]
    [InlineData("1 [mg] / 1 [万t] / 1 [万t] / 1 [万t] / 1 [万t] > 0")]
    [InlineData("1 [mg*mg*mg] > 1 [万t*万t*万t]")]
    public void A_formula_whose_units_cannot_be_held_is_refused(string formula)
    {
        var binder = new Binder(new Scope(SoundSet.Read()));

        Assert.Null(binder.Bind(formula));
        Assert.StartsWith("expr.unit", Assert.Single(binder.Errors).Code, StringComparison.Ordinal);
    }
}
