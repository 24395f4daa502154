using System.Text.Json;
using GreenFactory.Application.Clock;
using Xunit;

namespace GreenFactory.Application.Tests.Clock;

/// <summary>A deadline means what the notices mean: a day alone ends at 24:00 in Beijing.</summary>
public sealed class TypedMomentTests
{
    [Theory]
    [InlineData("2026-10-12", "2026年10月12日 24:00")]
    [InlineData("2026年10月12日", "2026年10月12日 24:00")]
    [InlineData("２０２６-10-12 ２４：00", "2026年10月12日 24:00")]
    [InlineData("2026-10-12 24:00", "2026年10月12日 24:00")]
    [InlineData("2026-10-13 00:00", "2026年10月12日 24:00")]
    [InlineData("2026/10/12 9:30", "2026年10月12日 09:30")]
    [InlineData("2026-12-31", "2026年12月31日 24:00")]
    public void A_deadline_is_read_and_said(string typed, string meant)
    {
        var moment = TypedMoment.Deadline(typed)!.Value;
        Assert.Equal(meant, ChinaTime.Deadline(moment));
        Assert.Equal(moment, TypedMoment.Deadline(TypedMoment.WriteDeadline(moment)));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-10-12 24:01")]
    [InlineData("2026-10-12 25:00")]
    [InlineData("下周五")]
    [InlineData("")]
    public void What_is_no_moment_is_refused(string typed) => Assert.Null(TypedMoment.Deadline(typed));

    /// <summary>What the page says beside the field while somebody types is what the server reads afterwards, and it says so of nothing that the server refuses.</summary>
    [Fact]
    public async Task The_pages_script_says_the_moment_that_the_server_reads()
    {
        await SaysAsync("", TypedMoment.Deadline);
        await SaysAsync(", day: \"\"", text => TypedMoment.Day(text) is { } day ? TypedMoment.EndOf(day) : null);
    }

    private static async Task SaysAsync(string kind, Func<string, DateTimeOffset?> read)
    {
        string[] typed =
        [
            "2026-10-12", "2026年10月12日", "２０２６-10-12 ２４：00", "2026-10-12 24:00", "2026-10-12T24:00", "2026-10-13 00:00", "2026/10/12 9:30", "2026.10.12", "2026-1-2 8:05", "2026-12-31",
            "2027-01-01 0:00", "2026年10月12日 18时00分", "2026年10月12日24时00分", "2028-02-29", "2026-02-29", "2026-02-30", "2026-10-12 24:01", "2026-10-12 25:00", "2026-10-12 23:60", "2026-13-01",
            "2026-10", "26-10-12", "07/08/2026", "7/8/2026", "2026-7", "7月23日", "20260723", "下周五", "2026-10-12 24", "",
        ];
        var page = $$"""
            const [words, field] = [{ dataset: { deadlineFor: "f"{{kind}} }, textContent: "" }, { value: "", addEventListener: (_, act) => { field.type = act; } }];
            globalThis.document = { querySelectorAll: () => [words], getElementById: () => field };
            """;
        var told = await PageScript.RunAsync("deadline.js", page, $"console.log(JSON.stringify({JsonSerializer.Serialize(typed)}.map((text) => {{ field.value = text; field.type(); return words.textContent; }})));");

        var said = JsonSerializer.Deserialize<List<string>>(told)!;
        Assert.Equal(typed.Select(text => read(text) is { } moment ? $"截止：{ChinaTime.Deadline(moment)}" : null), said.Select(words => words.StartsWith("截止", StringComparison.Ordinal) ? words : null));
        Assert.Contains("截止：2026年10月12日 24:00", said);
        Assert.Equal("没有这个时间", said[Array.IndexOf(typed, "2026-10-12 25:00")]);
    }

    [Fact]
    public void A_beginning_typed_as_a_day_begins_with_the_day() => Assert.Equal(ChinaTime.At(2026, 6, 1), TypedMoment.Beginning("2026-06-01"));
}
