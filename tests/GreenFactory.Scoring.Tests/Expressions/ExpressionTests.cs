using CsCheck;
using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Tests.Expressions;

public sealed class ExpressionTests
{
    private static readonly Gen<Expression> AnyExpression = Gen.Recursive<Expression>((depth, next) => depth > 6 ? Atom : Gen.Frequency(
        (2, Atom),
        (3, Gen.Select(Gen.OneOf("+", "-", "*", "/", "and", "or", "=", "!=", "<", "<=", ">", ">="), next, next).Select((op, a, b) => (Expression)new Binary(op, a, b))),
        (1, Gen.Select(Gen.OneOf("not", "-"), next).Select((op, a) => (Expression)new Unary(op, a))),
        (1, Gen.Select(Gen.OneOf("if", "min", "lookup"), next.Array[1, 3]).Select((f, args) => (Expression)new Call(f, [.. args])))));

    private static Gen<Expression> Atom => Gen.OneOf(
        Gen.Decimal[0m, 1000m].Select(d => (Expression)new NumberLiteral(decimal.Round(d, 3), null)),
        Gen.OneOf("tce", "kgce/t").Select(u => (Expression)new NumberLiteral(10m, u)),
        Gen.OneOf("energy", "产值", "x_1").Select(n => (Expression)new Name(n)),
        Gen.Bool.Select(b => (Expression)new BooleanLiteral(b)),
        Gen.OneOf("熟料", "").Select(t => (Expression)new TextLiteral(t)));

    [Fact]
    public void Parsing_what_was_printed_gives_the_same_expression() =>
        AnyExpression.Sample(e => Assert.Equal(e, Expression.Parse(e.ToString()).Expression), iter: Effort.Of(5000));

    [Theory]
    [InlineData("1", "2")]
    [InlineData("1 [tce]", "1")]
    [InlineData("1 [tce]", "2 [tce]")]
    [InlineData("1 [tce]", "1 [kgce]")]
    [InlineData("true", "false")]
    [InlineData("a", "b")]
    [InlineData("-a", "not a")]
    [InlineData("-a", "-b")]
    [InlineData("a + b", "a - b")]
    [InlineData("a + b", "c + b")]
    [InlineData("a + b", "a + c")]
    [InlineData("min(a, b)", "max(a, b)")]
    [InlineData("min(a, b)", "min(a, c)")]
    public void Formulas_that_differ_in_anything_are_not_the_same(string one, string other)
    {
        var expression = Expression.Parse(one).Expression!;

        Assert.Equal(expression, Expression.Parse($"  {one}").Expression);
        Assert.NotEqual(expression, Expression.Parse(other).Expression);
        Assert.False(expression.Equals(null));
    }

    [Fact]
    public void Any_text_is_parsed_or_refused_with_a_position_inside_it() => Gen.OneOf(
        Gen.String, Gen.OneOf("energy", "(", ")", "+", "-", "not ", "1.5", "[tce]", "\"", ",", " if(", "<", "=", "且").Array[0, 60].Select(string.Concat)).Sample(
        text =>
        {
            var result = Expression.Parse(text);
            Assert.True(result.Expression is null != result.Error is null);
            if (result.Error is { } error)
                Assert.InRange(error.Position, 0, Math.Max(text.Length, 1));
        },
        iter: Effort.Of(20000));

    [Theory]
    [InlineData("a+b*c", "a + b * c")]
    [InlineData("(a+b)*c", "(a + b) * c")]
    [InlineData("a-(b-c)", "a - (b - c)")]
    [InlineData("((a))", "a")]
    [InlineData("not(a=b)and c", "not a = b and c")]
    [InlineData("energy>=10000[tce]", "energy >= 10000 [tce]")]
    public void Normal_form_has_only_the_brackets_it_needs(string written, string normal) => Assert.Equal(normal, Expression.Parse(written).Expression!.ToString());
}
