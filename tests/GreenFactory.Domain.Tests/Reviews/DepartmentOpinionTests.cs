using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;

namespace GreenFactory.Domain.Tests.Reviews;

/// <summary>What a department says has words where it objects, and a silent department is recorded as silent only when its time is over.</summary>
public sealed class DepartmentOpinionTests
{
    [Theory]
    [InlineData(OpinionKind.Comment)]
    [InlineData(OpinionKind.Bars)]
    public void An_objection_needs_words(OpinionKind kind)
    {
        var opinion = Asked();
        Assert.Equal(ReviewErrors.OpinionTextMissing, opinion.Give(default, (kind, " ", null), 0, "", Invented.Person(4), "李工", Invented.Now).Error);
        Assert.Equal((OpinionState.Asked, 0), (opinion.State, opinion.Version));
        Assert.True(opinion.Give(default, (kind, "罚〔2025〕1号", null), 0, "", Invented.Person(4), "李工", Invented.Now).Succeeded);
    }

    [Fact]
    public void Silence_is_recorded_when_the_day_has_passed_and_only_where_nothing_was_heard()
    {
        var opinion = Asked();
        Assert.Equal(ReviewErrors.NotYetDue, opinion.RecordOverdue("陈雨桐", opinion.DueAt.AddSeconds(-1)).Error);
        Assert.True(opinion.RecordOverdue("陈雨桐", opinion.DueAt).Succeeded);
        Assert.Equal(ReviewErrors.AlreadyHeard, opinion.RecordOverdue("田静", opinion.DueAt.AddDays(1)).Error);
        Assert.Equal("陈雨桐", opinion.OverdueRecordedByName);

        var heard = Asked();
        Assert.True(heard.Give(default, (OpinionKind.NoComment, "", null), 0, "", Invented.Person(4), "李工", Invented.Now).Succeeded);
        Assert.Equal(ReviewErrors.AlreadyHeard, heard.RecordOverdue("陈雨桐", heard.DueAt).Error);
    }

    private static DepartmentOpinion Asked() => DepartmentOpinion.Ask(
        default, Invented.Case(), Department.Create(default, Invented.City, default, DepartmentKind.Taxation, "涪陵区税务局"), Invented.Now.AddDays(5), Invented.Now);
}
