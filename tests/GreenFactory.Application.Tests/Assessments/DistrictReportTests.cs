using GreenFactory.Application.Assessments;
using GreenFactory.Application.Clock;
using GreenFactory.Domain.Shared;
using Xunit;

namespace GreenFactory.Application.Tests.Assessments;

public sealed class DistrictReportTests
{
    private static readonly DateTimeOffset Deadline = ChinaTime.At(2026, 7, 25);

    [Theory]
    [InlineData(0, 0, 0, 0, DistrictReport.Nothing)]
    [InlineData(3, 1, 2, 0, DistrictReport.Overdue)]
    [InlineData(3, 1, 2, 2, DistrictReport.Reviewing)]
    [InlineData(3, 0, 3, 0, DistrictReport.Reported)]
    [InlineData(3, 0, 0, 0, DistrictReport.Concluded)]
    public void After_the_deadline_only_a_district_with_something_left_to_report_is_overdue(int cases, int waiting, int reported, int graceDays, DistrictReport expected)
    {
        var district = new DistrictLine(new DistrictId(Guid.NewGuid()), "某区", cases, waiting, reported, graceDays == 0 ? null : Deadline.AddDays(graceDays));
        Assert.Equal(expected, district.ReportAt(Deadline.AddHours(1), Deadline));
    }

    [Fact]
    public void Before_the_deadline_nobody_is_overdue() =>
        Assert.Equal(DistrictReport.Reviewing, new DistrictLine(new DistrictId(Guid.NewGuid()), "某区", 2, 2, 0, null).ReportAt(Deadline.AddTicks(-1), Deadline));
}
