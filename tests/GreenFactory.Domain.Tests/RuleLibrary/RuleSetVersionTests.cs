using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;

namespace GreenFactory.Domain.Tests.RuleLibrary;

/// <summary>A version goes from draft to checked to published to retired, by two people, and by no other way.</summary>
public sealed class RuleSetVersionTests
{
    private const string Reason = "国家标准已修订。";

    [Fact]
    public void A_draft_is_published_only_when_checked_and_by_a_second_person()
    {
        var draft = Draft();
        Assert.Equal(RuleSetErrors.NotChecked, draft.Publish(Invented.Person(2), "第二人", Invented.Now).Error);
        Assert.True(draft.Pass("编制人", Invented.Now).Succeeded);
        Assert.Equal(RuleSetErrors.SecondPerson, draft.Publish(Invented.Person(1), "编制人", Invented.Now).Error);
        Assert.True(draft.Publish(Invented.Person(2), "第二人", Invented.Now).Succeeded);
        Assert.Equal(RuleSetErrors.NotADraft, draft.Publish(Invented.Person(2), "第二人", Invented.Now).Error);
        Assert.Equal(RuleSetErrors.NotADraft, draft.Pass("编制人", Invented.Now).Error);
        Assert.Equal(RuleSetErrors.NotADraft, draft.Rewrite(Content("1.0.0"), Invented.Person(1), "编制人", Invented.Now).Error);
    }

    [Fact]
    public void A_draft_stays_a_version_of_its_set_and_what_is_rewritten_is_checked_again()
    {
        var draft = Draft();
        Assert.True(draft.Pass("编制人", Invented.Now).Succeeded);
        Assert.Equal(RuleSetErrors.OtherSet, draft.Rewrite(Content("1.0.1"), Invented.Person(1), "编制人", Invented.Now).Error);
        Assert.Equal(RuleSetErrors.OtherSet, draft.Rewrite(Content("1.0.0") with { RuleSetId = "other" }, Invented.Person(1), "编制人", Invented.Now).Error);
        Assert.Equal(RuleSetState.Checked, draft.State);
        Assert.True(draft.Rewrite(Content("1.0.0"), Invented.Person(3), "另一编制人", Invented.Now).Succeeded);
        Assert.Equal(RuleSetErrors.NotChecked, draft.Publish(Invented.Person(2), "第二人", Invented.Now).Error);
    }

    [Fact]
    public void Only_what_is_in_force_is_retired_with_a_reason_and_endorsed_where_it_is_not_official()
    {
        var draft = Draft();
        Assert.Equal(RuleSetErrors.NotPublished, draft.Retire(Reason, Invented.Now).Error);
        Assert.Equal(RuleSetErrors.NotForEndorsement, RuleSetEndorsement.Give(default, draft, [], Reason, Invented.Person(2), "第二人", Invented.Now).Error);

        var official = RuleSetVersion.CreatePublished(default, Invented.City, Content("1.0.0") with { Provenance = RuleSetVersion.Official }, Invented.Now);
        Assert.Equal(RuleSetErrors.NotForEndorsement, RuleSetEndorsement.Give(default, official, [], Reason, Invented.Person(2), "第二人", Invented.Now).Error);

        var example = RuleSetVersion.CreatePublished(default, Invented.City, Content("1.0.0"), Invented.Now);
        Assert.Equal(RuleSetErrors.AlreadyEndorsed, RuleSetEndorsement.Give(default, example, [Invented.Person(2)], Reason, Invented.Person(2), "第二人", Invented.Now).Error);
        Assert.Equal(RuleSetErrors.ReasonMissing, RuleSetEndorsement.Give(default, example, [], "可以", Invented.Person(2), "第二人", Invented.Now).Error);
        Assert.Equal(Reason, RuleSetEndorsement.Give(default, example, [], Reason, Invented.Person(2), "第二人", Invented.Now).Value.Reason);

        Assert.Equal(RuleSetErrors.ReasonMissing, example.Retire("旧", Invented.Now).Error);
        Assert.True(example.Retire(Reason, Invented.Now).Succeeded);
        Assert.Equal(RuleSetErrors.NotPublished, example.Retire(Reason, Invented.Now).Error);
    }

    private static RuleSetVersion Draft() => RuleSetVersion.Draft(default, Invented.City, Content("1.0.0"), Invented.Person(1), "编制人", Invented.Now);

    private static RuleSetContent Content(string version) => new("test-set", version, "测试规则集", OrganisationKind.Factory, "example", [], "{}", "hash", "[]");
}
