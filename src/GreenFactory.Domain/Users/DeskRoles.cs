namespace GreenFactory.Domain.Users;

/// <summary>Which roles may enter which desk.</summary>
public static class DeskRoles
{
    private static readonly Dictionary<Desk, Role[]> Table = new()
    {
        [Desk.Apply] = [Role.ApplicantEditor, Role.ApplicantSigner],
        [Desk.District] = [Role.DistrictOfficer, Role.DistrictLead],
        [Desk.Departments] = [Role.DepartmentOfficer],
        [Desk.City] = [Role.CityOfficer, Role.CityLead],
        [Desk.Experts] = [Role.Expert],
        [Desk.Admin] = [Role.Administrator],
        [Desk.Audit] = [Role.Auditor],
    };

    /// <summary>The roles that open a desk; empty for desks that are not entered by role.</summary>
    public static IReadOnlyList<Role> Of(Desk desk) => Table.TryGetValue(desk, out var roles) ? roles : [];

    /// <summary>The desk a role works at.</summary>
    public static Desk DeskOf(Role role) => Table.First(pair => pair.Value.Contains(role)).Key;

    /// <summary>Roles that must use a second factor unless the deployment switches it off.</summary>
    public static bool NeedsSecondFactor(Role role) => role is not (Role.ApplicantEditor or Role.ApplicantSigner);
}
