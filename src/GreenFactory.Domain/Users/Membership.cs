using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Users;

/// <summary>One role of one person, bound to the organisation, district or department it is held in.</summary>
public sealed class Membership : ITenantOwned
{
    private Membership()
    {
    }

    /// <summary>Key.</summary>
    public MembershipId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The person.</summary>
    public UserId UserId { get; private set; }

    /// <summary>The person's name as colleagues see it.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>The role.</summary>
    public Role Role { get; private set; }

    /// <summary>Set for applicants.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    /// <summary>Set for district officers.</summary>
    public DistrictId? DistrictId { get; private set; }

    /// <summary>Set for department officers.</summary>
    public DepartmentId? DepartmentId { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset GrantedAt { get; private set; }

    /// <summary>When it ended, or null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>A role for an organisation.</summary>
    public static Membership ForOrganisation(MembershipId id, Organisation organisation, UserId user, string personName, Role role, DateTimeOffset now) =>
        new() { Id = id, MunicipalityId = organisation.MunicipalityId, UserId = user, PersonName = personName, Role = role, OrganisationId = organisation.Id, GrantedAt = now };

    /// <summary>A role in a district's authority.</summary>
    public static Membership ForDistrict(MembershipId id, District district, UserId user, string personName, Role role, DateTimeOffset now) =>
        new() { Id = id, MunicipalityId = district.MunicipalityId, UserId = user, PersonName = personName, Role = role, DistrictId = district.Id, GrantedAt = now };

    /// <summary>A role in a consulted department.</summary>
    public static Membership ForDepartment(MembershipId id, Department department, UserId user, string personName, DateTimeOffset now) =>
        new() { Id = id, MunicipalityId = department.MunicipalityId, UserId = user, PersonName = personName, Role = Role.DepartmentOfficer, DepartmentId = department.Id, GrantedAt = now };

    /// <summary>A role for the whole city.</summary>
    public static Membership ForCity(MembershipId id, MunicipalityId municipality, UserId user, string personName, Role role, DateTimeOffset now) =>
        new() { Id = id, MunicipalityId = municipality, UserId = user, PersonName = personName, Role = role, GrantedAt = now };

    /// <summary>Ends the role; the row stays for the record.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}
