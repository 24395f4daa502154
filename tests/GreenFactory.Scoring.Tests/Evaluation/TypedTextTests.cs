
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

    [Theory]
    [InlineData("true", true)]
    [InlineData(" 是 ", true)]
    [InlineData("有", true)]
    [InlineData("ｙｅｓ", true)]
    [InlineData("1", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("否", false)]
    [InlineData("无", false)]
    [InlineData("no", false)]
    [InlineData("0", false)]
    [InlineData("False", false)]
    [InlineData("TRUE", null)]
    [InlineData("也许", null)]
    [InlineData("", null)]
    [InlineData("2", null)]
    public void Yes_and_no_are_read_and_nothing_else_is_either(string typed, bool? meant)
    {
        var read = TypedText.TryReadBoolean(typed, out var value);

        Assert.Equal(meant, read ? value : null);
    }

    [Theory]
    [InlineData("2026-01-31", "2026-01-31")]
    [InlineData("2026/1/31", "2026-01-31")]
    [InlineData("2026.1.31", "2026-01-31")]
    [InlineData("２０２６年1月31日", "2026-01-31")]
    [InlineData("2026-02-29", null)]
    [InlineData("31-01-2026", null)]
    [InlineData("2026-1", null)]
    [InlineData("", null)]
    public void A_date_is_read_as_people_write_it(string typed, string? date)
    {
        var read = TypedText.TryReadDate(typed, out var value);

        Assert.Equal(date, read ? value.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("", "没有填写数字")]
    [InlineData("1,5", "分隔符位置不对")]
    [InlineData("1,234.567,8", "分隔符位置不对")]
    [InlineData("1234,567", "分隔符位置不对")]
    [InlineData(",123", "分隔符位置不对")]
    [InlineData("0,123", "分隔符位置不对")]
    [InlineData("1,2a4", "分隔符位置不对")]
    [InlineData("3 5", "空格或换行")]
    [InlineData("12 吨", "空格或换行")]
    [InlineData("12吨", "不是数字")]
    [InlineData("1e5", "不是数字")]
    [InlineData("--3", "不是合法的数字")]
    [InlineData("1.2.3", "不是合法的数字")]
    [InlineData("-", "不是合法的数字")]
    [InlineData(".", "不是合法的数字")]
    [InlineData("1234567890123456789012345678.9", "位数过多")]
    [InlineData("12345678901234567890123456.7.8", "不是合法的数字")]
    public void A_refused_number_is_told_what_to_mend(string typed, string complaint)
    {
        Assert.False(TypedText.TryReadNumber(typed, out var value, out var told));
        Assert.Equal(0m, value);
        Assert.Contains(complaint, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Two_hundred_characters_are_read_and_no_more(int length, bool read)
    {
        Assert.Equal(read, TypedText.TryReadNumber("7".PadLeft(length), out _, out var complaint));
        Assert.Equal(read, !complaint.Contains("内容过长", StringComparison.Ordinal));
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
