using System.Numerics;
using CsCheck;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Numbers;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Numbers;

/// <summary>Numbers stay exact whatever is done with them; two implementations that share nothing agree to the last digit.</summary>
public sealed class ExactNumberTests
{
    private static readonly Gen<decimal> Any = Gen.OneOf(
        Gen.Int[-1000, 1000].Select(i => (decimal)i), Gen.Decimal[-1000m, 1000m].Select(d => decimal.Round(d, 4)), Gen.Decimal[-1m, 1m],
        Gen.OneOf(0m, 0.0000000000000000000000000001m, -79228162514264337593543950335m, 79228162514264337593543950335m, 0.5m, 3m, 48m));

    [Fact]
    public void Every_operation_agrees_with_the_naive_arithmetic_of_the_check() => Gen.Select(Any, Any, Any, Gen.String[Gen.Char["+-*/"], 3, 6]).Sample(
        (a, b, c, operations) =>
        {
            var (number, ratio) = ((ExactNumber)a, (Ratio)a);
            foreach (var (index, operation) in operations.Index())
            {
                var other = index % 2 == 0 ? b : c;
                if (operation == '/' && other == 0m)
                    return;
                ExactNumber next;
                try
                {
                    next = operation switch { '+' => number + other, '-' => number - other, '*' => number * other, _ => number / other };
                }
                catch (OverflowException)
                {
                    return;
                }

                ratio = operation switch { '+' => ratio + other, '-' => ratio - other, '*' => ratio * other, _ => ratio / other };
                number = next;
            }

            Assert.Equal(ratio.Written().ToString(), Written(number.Nearest));
            Assert.Equal(Math.Sign(ratio.CompareTo(b)), Math.Sign(number.CompareTo(b)));
            if (number < 1_000_000_000m && number > -1_000_000_000m)
            {
                for (var places = 0; places <= 12; places += 2)
                {
                    Assert.Equal(ratio.Round(places, halfToEven: false).ToString(), Written(number.Round(places, RoundingMode.AwayFromZero)));
                    Assert.Equal(ratio.Round(places, halfToEven: true).ToString(), Written(number.Round(places, RoundingMode.ToEven)));
                }
            }
        },
        iter: Effort.Of(60_000));

    [Fact]
    public void A_share_of_the_way_between_two_numbers_is_what_its_steps_come_to() => Gen.Select(Any, Any, Any, Any, Any).Sample(
        (weight, above, below, from, to) =>
        {
            if (below == 0m || from == to)
                return;
            try
            {
                var value = (ExactNumber)above / below;
                Assert.True((ExactNumber)weight * (value - from) / ((ExactNumber)to - from) == ExactNumber.Share(weight, value, from, to));
                Assert.True((ExactNumber)weight * ((ExactNumber)above - from) / ((ExactNumber)to - from) == ExactNumber.Share(weight, above, from, to));
            }
            catch (OverflowException)
            {
                // Beyond what can be computed, by either way.
            }
        },
        iter: Effort.Of(40_000));

    [Fact]
    public void A_third_three_times_is_one_and_a_half_is_rounded_as_a_half()
    {
        var third = (ExactNumber)1m / 3m;

        Assert.True(third + third + third == 1m);
        Assert.Equal(0.13m, ((ExactNumber)6m * ((ExactNumber)1m / 48m)).Round(2, RoundingMode.AwayFromZero));
        Assert.Equal(0.12m, ((ExactNumber)6m * ((ExactNumber)1m / 48m)).Round(2, RoundingMode.ToEven));
        Assert.Equal(0.3333333333333333333333333333m, third.Nearest);
    }

    [Fact]
    public void A_number_that_grows_beyond_reason_is_refused_and_does_not_exhaust_the_machine()
    {
        var number = (ExactNumber)1m / 3.0000000000000000000000001m;

        Assert.Throws<OverflowException>(() =>
        {
            for (var i = 0; i < 60; i++)
                number *= number + 0.7m;
        });
    }

    private static string Written(decimal number)
    {
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        text = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        return text == "-0" ? "0" : text;
    }
}
