using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Organisations;

/// <summary>The five departments a district must consult (notice of 2026-06-01, 三（三）).</summary>
public enum DepartmentKind
{
    /// <summary>发展改革.</summary>
    DevelopmentReform,

    /// <summary>生态环境.</summary>
    EcologyEnvironment,

    /// <summary>应急管理.</summary>
    EmergencyManagement,

    /// <summary>市场监管.</summary>
    MarketRegulation,

    /// <summary>税务.</summary>
    Taxation,
}

/// <summary>A consulted department of one district.</summary>
public sealed class Department : ITenantOwned
{
    private Department()
    {
    }

    /// <summary>Key.</summary>
    public DepartmentId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The district that consults it.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Which of the five it is.</summary>
    public DepartmentKind Kind { get; private set; }

    /// <summary>Name as shown, such as 涪陵区生态环境部门.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Creates a department.</summary>
    public static Department Create(DepartmentId id, MunicipalityId municipality, DistrictId district, DepartmentKind kind, string name) =>
        new() { Id = id, MunicipalityId = municipality, DistrictId = district, Kind = kind, Name = name };
}
