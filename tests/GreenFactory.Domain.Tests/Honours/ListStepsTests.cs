using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Domain.Tests.Honours;

/// <summary>A unit leaves the list and comes back once each, is heard before, and an objection is decided once.</summary>
public sealed class ListStepsTests
{
    [Fact]
    public void A_unit_that_is_off_the_list_is_not_removed_again_and_one_on_it_is_not_restored()
    {
        var unit = Listed();
        Assert.Equal(RemovalErrors.NotRemoved, unit.Restore().Error);
        Assert.True(unit.Remove().Succeeded);
        Assert.Equal(HonourErrors.UnitNotListed, unit.Remove().Error);
        Assert.True(unit.Restore().Succeeded);
        Assert.Equal(GreenUnitState.Valid, unit.State);
    }

    [Fact]
    public void The_unit_is_told_once_and_nothing_is_told_of_a_restoration()
    {
        var removal = RemovalProposal.Create(default, Listed(), null, RemovalGround.Fraud, "虚报能耗", new Proposer(Invented.Person(1), "经办", Desk.District), Invented.Now);
        Assert.True(removal.Tell(Invented.Now.AddDays(10), Invented.Now).Succeeded);
        Assert.Equal(RemovalErrors.NotToTell, removal.Tell(Invented.Now.AddDays(30), Invented.Now).Error);
        Assert.Equal(Invented.Now.AddDays(10), removal.AnswerUntil);
        var restoration = RemovalProposal.Restore(default, Listed(), null, RemovalGround.Fraud, "已纠正", new Proposer(Invented.Person(1), "经办", Desk.City), Invented.Now);
        Assert.Equal(RemovalErrors.NotToTell, restoration.Tell(Invented.Now.AddDays(10), Invented.Now).Error);
    }

    [Fact]
    public void An_objection_is_looked_into_once_and_decided_once()
    {
        var objection = Filed();
        Assert.True(objection.Investigate().Succeeded);
        Assert.Equal(HonourErrors.ObjectionDecided, objection.Investigate().Error);
        Assert.True(objection.Decide(false, " 经核查不成立。 ", "办理人", Invented.Now).Succeeded);
        Assert.Equal(HonourErrors.ObjectionDecided, objection.Decide(true, "成立。", "另一人", Invented.Now).Error);
        Assert.Equal(HonourErrors.ObjectionDecided, objection.Investigate().Error);
        Assert.Equal((ObjectionState.Dismissed, "经核查不成立。", "办理人"), (objection.State, objection.Answer, objection.DecidedByName));
    }

    private static GreenUnit Listed() => GreenUnit.Admit(
        default, Invented.City, Invented.Code, "重庆测试厂", default, "涪陵区", OrganisationKind.Factory, HonourLevel.Municipal, 2025, "2025-F-001");

    private static Objection Filed()
    {
        var row = (NoticeRow)Activator.CreateInstance(typeof(NoticeRow), nonPublic: true)!;
        return Objection.File(default, row, "YY-2026-001", "hash", "排放数据不实。", "", new ObjectionBurst(Guid.Empty, 1), Invented.Now);
    }
}
