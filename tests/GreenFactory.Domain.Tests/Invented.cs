using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Tests;

/// <summary>An invented unit with its case, and the moment at which the tests of entities play.</summary>
internal static class Invented
{
    public static readonly DateTimeOffset Now = new(2026, 7, 6, 2, 0, 0, TimeSpan.Zero);

    public static readonly MunicipalityId City = new(new Guid(1, 0, 0, new byte[8]));

    public static readonly CreditCode Code = CreditCode.Parse("915001022029000152").Value;

    public static UserId Person(int number) => new(new Guid(number, 1, 0, new byte[8]));

    public static Declaration Case() => Declaration.Begin(
        new DeclarationId(Guid.NewGuid()),
        Campaign.Create(new CampaignId(Guid.NewGuid()), City, 2026, 2025, "测试批次", "测试依据", Now.AddDays(-5), Now.AddDays(20), 7),
        Organisation.Create(new OrganisationId(Guid.NewGuid()), City, default, OrganisationKind.Factory, Code, "重庆测试厂", "重庆市"),
        DeclarationPurpose.NewEntry,
        "CQ-2026-F-00001",
        Person(1),
        Now);

    /// <summary>A case that its signer has submitted.</summary>
    public static Declaration Submitted()
    {
        var declaration = Case();
        Assert.True(declaration.Take(CaseAction.Submit, new CaseActor(Person(1), [Domain.Users.Role.ApplicantSigner]), Enum.GetValues<CaseGuard>(), Now).Succeeded);
        return declaration;
    }
}
