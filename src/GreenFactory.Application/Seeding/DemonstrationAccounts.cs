using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Users;

namespace GreenFactory.Application.Seeding;

/// <summary>One invented account of a demonstration.</summary>
/// <param name="Email">Sign-in name.</param>
/// <param name="PersonName">Invented name.</param>
/// <param name="Role">Role held.</param>
/// <param name="UnitName">Name of the organisation or district the role is held in; empty for the city.</param>
/// <param name="Department">The department, for department officers.</param>
public sealed record DemonstrationAccount(string Email, string PersonName, Role Role, string UnitName = "", DepartmentKind? Department = null);

/// <summary>The accounts that a demonstration starts with, shown on its sign-in page. They exist nowhere else.</summary>
public static class DemonstrationAccounts
{
    /// <summary>The one password of all of them.</summary>
    public const string Password = "GreenFactory2026";

    /// <summary>The cement works of the demonstration (invented).</summary>
    public const string CementWorks = "重庆江岸特种水泥有限公司（演示）";

    /// <summary>The car-parts maker of the demonstration (invented), which no energy-limit standard covers.</summary>
    public const string PartsMaker = "重庆澄岚汽车零部件有限公司（演示）";

    /// <summary>The park of the demonstration (invented).</summary>
    public const string Park = "重庆石桥工业园区（演示）";

    /// <summary>The district in which most of the demonstration happens.</summary>
    public const string District = "涪陵区";

    /// <summary>All accounts of the first municipality.</summary>
    public static IReadOnlyList<DemonstrationAccount> All { get; } =
    [
        new("signer@cement.example", "何景川", Role.ApplicantSigner, CementWorks),
        new("editor@cement.example", "周琳", Role.ApplicantEditor, CementWorks),
        new("signer@parts.example", "罗一鸣", Role.ApplicantSigner, PartsMaker),
        new("signer@park.example", "唐素清", Role.ApplicantSigner, Park),
        new("officer@fuling.example", "陈雨桐", Role.DistrictOfficer, District),
        new("lead@fuling.example", "冉建国", Role.DistrictLead, District),
        new("reform@fuling.example", "向文", Role.DepartmentOfficer, District, DepartmentKind.DevelopmentReform),
        new("ecology@fuling.example", "谭青", Role.DepartmentOfficer, District, DepartmentKind.EcologyEnvironment),
        new("emergency@fuling.example", "秦安", Role.DepartmentOfficer, District, DepartmentKind.EmergencyManagement),
        new("market@fuling.example", "龚正", Role.DepartmentOfficer, District, DepartmentKind.MarketRegulation),
        new("tax@fuling.example", "税小勤", Role.DepartmentOfficer, District, DepartmentKind.Taxation),
        new("officer@city.example", "蒋明远", Role.CityOfficer),
        new("lead@city.example", "程立", Role.CityLead),
        new("expert1@city.example", "邓教授", Role.Expert),
        new("expert2@city.example", "曾高工", Role.Expert),
        new("expert3@city.example", "吴研究员", Role.Expert),
        new("admin@city.example", "管理员甲", Role.Administrator),
        new("admin2@city.example", "管理员乙", Role.Administrator),
        new("audit@city.example", "审计员", Role.Auditor),
    ];

    /// <summary>Their sign-in names.</summary>
    public static IReadOnlyList<string> Emails { get; } = [.. All.Select(account => account.Email)];

    /// <summary>The accounts of the second municipality.</summary>
    public static IReadOnlyList<DemonstrationAccount> SecondCity { get; } =
    [
        new("officer@yunzhou.example", "云洲市级审查员", Role.CityOfficer),
        new("signer@yunzhou.example", "云洲企业负责人", Role.ApplicantSigner, "云洲玻璃有限公司（演示）"),
    ];
}
