using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Tests.Organisations;

/// <summary>A claim is decided once, by somebody else, and a code that fails its check only with the licence in hand.</summary>
public sealed class OrganisationClaimTests
{
    private static readonly OrganisationId Unit = new(Guid.NewGuid());

    [Fact]
    public void A_claim_is_decided_once_and_by_somebody_else()
    {
        var claim = Claimed(null);
        Assert.Equal("claim.four_eyes", claim.Approve(Unit, null, Invented.Person(1), "本人", Invented.Now).Error.Code);
        Assert.Equal("claim.four_eyes", claim.Refuse("执照不清", Invented.Person(1), "本人", Invented.Now).Error.Code);
        Assert.True(claim.Approve(Unit, null, Invented.Person(2), "区县", Invented.Now).Succeeded);
        Assert.Equal("claim.already_decided", claim.Refuse("执照不清", Invented.Person(3), "另一人", Invented.Now).Error.Code);
        Assert.Equal((ClaimState.Approved, "区县"), (claim.State, claim.DecidedByName));
    }

    [Fact]
    public void A_code_that_fails_its_check_is_approved_with_words_about_the_licence_and_refused_without_them()
    {
        var claim = Claimed(new Error("credit_code.check_character", "校验码不符。"));
        Assert.Equal("claim.code_fault", claim.Approve(Unit, "看过", Invented.Person(2), "区县", Invented.Now).Error.Code);
        Assert.Equal(ClaimState.Pending, claim.State);
        Assert.True(claim.Approve(Unit, " 已核对执照原件，代码一致。 ", Invented.Person(2), "区县", Invented.Now).Succeeded);
        Assert.Equal("已核对执照原件，代码一致。", claim.OverrideReason);
    }

    private static OrganisationClaim Claimed(Error? fault) => OrganisationClaim.Create(
        default,
        Invented.City,
        Invented.Person(1),
        "周琳",
        "13800000000",
        new ClaimedUnit(default, OrganisationKind.Factory, new CheckedCreditCode(Invented.Code, fault), "重庆测试厂", "", "重庆市"),
        new ClaimPaper("执照.pdf", "application/pdf", "hash"),
        null,
        Invented.Now);
}
