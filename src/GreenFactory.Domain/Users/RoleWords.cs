namespace GreenFactory.Domain.Users;

/// <summary>What a role is called.</summary>
public static class RoleWords
{
    /// <summary>The Chinese word for a role.</summary>
    public static string Of(Role role) => role switch
    {
        Role.ApplicantEditor => "申报经办人",
        Role.ApplicantSigner => "申报负责人",
        Role.DistrictOfficer => "区县初审人员",
        Role.DistrictLead => "区县负责人",
        Role.DepartmentOfficer => "部门人员",
        Role.CityOfficer => "市级审查人员",
        Role.CityLead => "市级负责人",
        Role.Expert => "评审专家",
        Role.Administrator => "平台管理员",
        Role.Auditor => "审计人员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
