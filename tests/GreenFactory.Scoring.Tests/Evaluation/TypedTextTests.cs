using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Scoring.Tests.Evaluation;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("１２３，４５６．７", "123456.7")]
    [InlineData(" 1,234,567.80 ", "1234567.80")]
    [InlineData("3。5", "3.5")]
    [InlineData("−30", "-30")]
    [InlineData("12\u00A0345", "12345")]
    [InlineData("-1\u2009234\u2009567.5", "-1234567.5")]
    [InlineData("1\u202F234", "1234")]
    [InlineData("１，２３４", "1234")]
    [InlineData("\u3000\uFEFF12.5\u200B\r\n", "12.5")]
    public void What_people_type_is_read_as_the_number_they_mean(string typed, string number)
    {
        Assert.True(TypedText.TryReadNumber(typed, out var value, out _));
        Assert.Equal(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData("1.234.567")]
    [InlineData("12 吨")]
    [InlineData("1e5")]
    [InlineData("NaN")]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("--3")]
    [InlineData("3 5")]
    [InlineData("12 345")]
    [InlineData("3\u00A05")]
    [InlineData("120\n345")]
    [InlineData("120\t345")]
    [InlineData("1、234")]
    [InlineData("1,234\u00A0567")]
    [InlineData("1,2345")]
    [InlineData("0,123")]
    [InlineData("1.5,678")]
    [InlineData("12\u200B34")]
    [InlineData("\u202E123")]
    [InlineData(",123")]
    [InlineData("1,,234")]
    public void What_could_mean_something_else_is_refused_and_never_zero(string typed)
    {
        Assert.False(TypedText.TryReadNumber(typed, out _, out var complaint));
        Assert.NotEqual("", complaint);
    }

    [Fact]
    public void A_slip_of_a_thousand_is_warned_of_and_the_value_kept()
    {
        var general = Shipped.Compile("gbt36132-2025");
        var sheet = general.Evaluate(Facts.Empty.With("renewable_energy", "12840000"), new DateOnly(2026, 7, 24));

        var warning = Assert.Single(sheet.Problems);
        Assert.Equal((Severity.Warning, "inputs.renewable_energy"), (warning.Severity, warning.Path));
        Assert.Contains("1000 倍", warning.Message, StringComparison.Ordinal);
    }
}
