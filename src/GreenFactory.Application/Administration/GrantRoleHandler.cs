using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>An administrator gives a person a role.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Role">The role.</param>
/// <param name="Unit">The organisation, district or department; null for city-wide roles.</param>
public sealed record GrantRole(Guid UserId, Role Role, Guid? Unit);

/// <summary>Gives roles. Nobody gives one to themselves.</summary>
public sealed class GrantRoleHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    private static readonly Error NoUnit = new("role.unit", "请选择该角色所在的单位、区县或部门。", "Unit");

    /// <summary>Gives it.</summary>
    public async Task<Result> HandleAsync(GrantRole command, CancellationToken cancellation)
    {
        if (access.Scope.RequiredUser.Value == command.UserId)
        {
            return new Error("role.four_eyes", "不能给自己增加角色，请由另一位管理员办理。");
        }

        return await runner.RunAsync(
            ProcessKind.GrantRole,
            null,
            async process =>
            {
                var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.UserId, cancellation);
                if (user is null)
                {
                    return ProcessErrors.NotFound;
                }

                var membership = await CreateAsync(command, user.PersonName, process, cancellation);
                if (membership is null)
                {
                    return NoUnit;
                }

                if (await db.Memberships.AnyAsync(
                    row => row.UserId == membership.UserId && row.Role == membership.Role && row.EndedAt == null
                        && row.OrganisationId == membership.OrganisationId && row.DistrictId == membership.DistrictId && row.DepartmentId == membership.DepartmentId,
                    cancellation))
                {
                    return new Error("role.held", "此人已有该角色。");
                }

                db.Add(membership);
                process.Record(EventKind.RoleGranted, $"授予{user.PersonName}“{RoleWords.Of(command.Role)}”角色", new { user = command.UserId, role = command.Role.ToString(), command.Unit });
                process.Enqueue(NotifyPerson.Kind, new NotifyPerson(command.UserId, "您的角色有变化", $"您已被授予“{RoleWords.Of(command.Role)}”角色。", Destination.Desks));
                return Result.Success;
            },
            cancellation);
    }

    private async Task<Membership?> CreateAsync(GrantRole command, string name, RunningProcess process, CancellationToken cancellation)
    {
        var key = new MembershipId(process.NewId());
        var person = new UserId(command.UserId);
        var unit = command.Unit ?? Guid.Empty;
        switch (DeskRoles.DeskOf(command.Role))
        {
            case Desk.Apply:
                var organisation = await db.Organisations.FirstOrDefaultAsync(row => row.Id == new OrganisationId(unit), cancellation);
                return organisation is null ? null : Membership.ForOrganisation(key, organisation, person, name, command.Role, process.Now);
            case Desk.District:
                var district = await db.Districts.FirstOrDefaultAsync(row => row.Id == new DistrictId(unit), cancellation);
                return district is null ? null : Membership.ForDistrict(key, district, person, name, command.Role, process.Now);
            case Desk.Departments:
                var department = await db.Departments.FirstOrDefaultAsync(row => row.Id == new DepartmentId(unit), cancellation);
                return department is null ? null : Membership.ForDepartment(key, department, person, name, process.Now);
            default:
                return Membership.ForCity(key, access.Scope.Municipality, person, name, command.Role, process.Now);
        }
    }
}
