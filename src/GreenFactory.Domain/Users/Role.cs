namespace GreenFactory.Domain.Users;

/// <summary>What a person is entitled to be. One person may hold several.</summary>
public enum Role
{
    /// <summary>企业/园区经办人: fills in and uploads.</summary>
    ApplicantEditor,

    /// <summary>企业/园区负责人: also signs and submits.</summary>
    ApplicantSigner,

    /// <summary>区县初审人员.</summary>
    DistrictOfficer,

    /// <summary>区县负责人: also seals and reports.</summary>
    DistrictLead,

    /// <summary>部门人员 of one of the five departments.</summary>
    DepartmentOfficer,

    /// <summary>市级审查人员.</summary>
    CityOfficer,

    /// <summary>市级负责人: also signs notice and publication.</summary>
    CityLead,

    /// <summary>专家.</summary>
    Expert,

    /// <summary>管理员.</summary>
    Administrator,

    /// <summary>审计: reads everything of the city, changes nothing.</summary>
    Auditor,
}
