using System.Text;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Application.Tests.Clock;

/// <summary>The yearly notice is loaded by the administrator; what is not loaded is known to be unknown.</summary>
public sealed class HolidayTests : IAsyncLifetime
{
    private const string Header = "日期,性质,名称,文号\n";
    private PortalDatabase portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await PortalDatabase.OpenAsync(Cancellation);

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_loaded_year_is_counted_by_and_replaces_only_itself()
    {
        await portal.MoveClockAsync(ChinaTime.At(2026, 12, 30, 10).ToUniversalTime(), Cancellation);
        var before = await CountAsync(3);
        Assert.Equal((new DateOnly(2027, 1, 4), "2027年放假安排尚未载入，按周末推算"), (before.Last, before.Doubt));

        var loaded = await LoadAsync(Header + "2027-01-01,放假,元旦,文号（测试）\n2027/1/4,放假,元旦,文号（测试）\n2027年1月2日,上班,元旦调休,文号（测试）\n");

        Assert.Equal([2027], loaded.Value);
        var after = await CountAsync(3);
        Assert.Equal((new DateOnly(2027, 1, 5), null), (after.Last, after.Doubt));
        await portal.MoveClockAsync(ChinaTime.At(2026, 9, 28, 10).ToUniversalTime(), Cancellation);
        Assert.Equal(new DateOnly(2026, 10, 10), (await CountAsync(5)).Last);
        Assert.Equal([2027], (await LoadAsync(Header + "2027-01-01,放假,元旦,文号（测试二）\n")).Value);
    }

    [Theory]
    [InlineData("2027-13-01,放假,元旦,文号", "第 2 行：“2027-13-01”不是日期")]
    [InlineData("2027-01-01,休息,元旦,文号", "性质“休息”应为“放假”或“上班”")]
    [InlineData("2027-01-01,上班,元旦,文号", "不是周末")]
    [InlineData("2027-01-01,放假,元旦,", "请填写通知的文号")]
    [InlineData("2027-01-01,放假,元\u0001旦,文号", "第 2 行：有看不见的控制字符 U+0001")]
    [InlineData("", "表中没有日期")]
    public async Task A_row_that_cannot_be_meant_is_named(string row, string said) =>
        Assert.Contains(said, (await LoadAsync(Header + row)).Error.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Only_an_administrator_loads()
    {
        await using var scope = await portal.AsAsync(DistrictReview.Officer, Desk.District, Cancellation);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Header + "2027-01-01,放假,元旦,文号\n"));
        var outcome = await scope.ServiceProvider.GetRequiredService<LoadHolidaysHandler>().HandleAsync(new LoadHolidays(content, "放假.csv"), Cancellation);
        Assert.Equal(ProcessErrors.NotAllowed, outcome.Error);
    }

    private async Task<CountedDay> CountAsync(int days)
    {
        await using var scope = await portal.AsAsync(DistrictReview.Officer, Desk.District, Cancellation);
        return await scope.ServiceProvider.GetRequiredService<WorkingCalendarReader>().AfterTodayAsync(days, Cancellation);
    }

    private async Task<Result<IReadOnlyList<int>>> LoadAsync(string csv)
    {
        await using var scope = await portal.AsAsync("admin@city.example", Desk.Admin, Cancellation);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await scope.ServiceProvider.GetRequiredService<LoadHolidaysHandler>().HandleAsync(new LoadHolidays(content, "放假.csv"), Cancellation);
    }
}
