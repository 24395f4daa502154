using GreenFactory.Domain.Reviews;

namespace GreenFactory.Domain.Tests.Reviews;

/// <summary>A visit is made by two, recorded whole, and stays as it was recorded.</summary>
public sealed class SiteVisitTests
{
    private static readonly DateOnly Day = new(2026, 7, 6);

    [Fact]
    public void One_officer_is_not_enough_and_the_same_name_twice_is_one_officer()
    {
        Assert.Equal(ReviewErrors.TooFewOfficers, SiteVisit.Plan(default, Invented.Case(), Day, SiteVisit.Morning, ["陈雨桐"]).Error);
        Assert.Equal(ReviewErrors.TooFewOfficers, SiteVisit.Plan(default, Invented.Case(), Day, SiteVisit.Morning, ["陈雨桐", "陈雨桐"]).Error);
        Assert.True(SiteVisit.Plan(default, Invented.Case(), Day, SiteVisit.Morning, ["陈雨桐", "田静"]).Succeeded);
    }

    [Fact]
    public void Everything_that_is_missing_from_a_record_is_named_at_once()
    {
        var visit = Planned(Day.AddDays(1));
        var (open, mismatch) = (Line(visit, 1, VisitResult.Open, ""), Line(visit, 2, VisitResult.Mismatch, " "));

        var outcome = visit.Complete([open, mismatch, Line(visit, 3, VisitResult.Match, "")], "陈雨桐", Invented.Now);

        Assert.Equal(
            [ReviewErrors.VisitNotYetHeld(visit), ReviewErrors.ItemOpen(open), ReviewErrors.RemarkMissing(mismatch), ReviewErrors.NobodyPresent, ReviewErrors.ConclusionMissing],
            outcome.Errors);
        Assert.Null(visit.CompletedAt);
    }

    [Fact]
    public void A_complete_record_is_locked_for_everything()
    {
        var visit = Planned(Day);
        Assert.True(visit.Note("周琳（环保部）", "与申报一致。", "陈雨桐").Succeeded);
        Assert.True(visit.Complete([Line(visit, 1, VisitResult.Mismatch, "铭牌不清"), Line(visit, 2, VisitResult.NotApplicable, "")], "陈雨桐", Invented.Now).Succeeded);

        Assert.Equal(ReviewErrors.VisitLocked, visit.Note("他人", "另一个意见", "田静").Error);
        Assert.Equal(ReviewErrors.VisitLocked, visit.Replan(Day, SiteVisit.Afternoon, ["陈雨桐", "田静"]).Error);
        Assert.Equal(ReviewErrors.VisitLocked, visit.Complete([], "田静", Invented.Now).Error);
        Assert.Equal(("周琳（环保部）", "与申报一致。", "陈雨桐"), (visit.Present, visit.Conclusion, visit.CompletedByName));
    }

    private static SiteVisit Planned(DateOnly day) => SiteVisit.Plan(default, Invented.Case(), day, SiteVisit.Morning, ["陈雨桐", "田静"]).Value;

    private static SiteVisitItem Line(SiteVisit visit, int position, VisitResult result, string remark)
    {
        var item = SiteVisitItem.Create(default, visit, position, $"line{position}", "计量器具", "已配备");
        item.Find(result, remark);
        return item;
    }
}
