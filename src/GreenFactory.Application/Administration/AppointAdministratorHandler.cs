using GreenFactory.Application.Access;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>Whoever runs the machines makes a person an administrator: the first ones of a municipality, or one when no other is left.</summary>
/// <param name="PersonName">The person's name.</param>
/// <param name="Email">The person's address, which is the sign-in name.</param>
public sealed record AppointAdministrator(string PersonName, string Email);

/// <summary>What came of it.</summary>
/// <param name="IsNewAccount">Whether the account was opened now; it has no password until its person asks for a letter that sets one.</param>
/// <param name="Administrators">Administrators that the municipality has from now on.</param>
public sealed record AppointedAdministrator(bool IsNewAccount, int Administrators);

/// <summary>
/// Appoints administrators from outside the portal, as the owner of the database and under no person's name. It is an event like every other, and the administrators that
/// are there already are told.
/// </summary>
public sealed class AppointAdministratorHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Appoints. A known address gets the role beside those it has.</summary>
    public async Task<Result<AppointedAdministrator>> HandleAsync(AppointAdministrator command, CancellationToken cancellation)
    {
        var email = MailboxName.Read(command.Email);
        var name = ComparableText.Visible(command.PersonName);
        if (!MailboxName.IsWhole(email))
        {
            return new Error("account.email", MailboxName.HowToWrite, nameof(command.Email));
        }

        if (name.Length == 0)
        {
            return new Error("account.name", "请填写姓名。", nameof(command.PersonName));
        }

        return await runner.RunAsync<AppointedAdministrator>(
            ProcessKind.AppointAdministrator,
            null,
            process => AppointAsync(process, name, email, cancellation),
            cancellation);
    }

    private async Task<Result<AppointedAdministrator>> AppointAsync(RunningProcess process, string name, string email, CancellationToken cancellation)
    {
        var normal = email.ToUpperInvariant();
        var known = await db.Users.FirstOrDefaultAsync(row => row.MunicipalityId == access.Scope.Municipality && row.NormalizedEmail == normal, cancellation);
        var user = known ?? Open(process, name, email, normal);
        if (known is not null && known.PersonName != name)
        {
            return new Error("account.other_name", $"该邮箱已有账号，姓名为“{known.PersonName}”，与所填“{name}”不同。请核对。", nameof(AppointAdministrator.PersonName));
        }

        var administrators = await db.Memberships
            .Where(row => row.MunicipalityId == access.Scope.Municipality && row.Role == Role.Administrator && row.EndedAt == null).Select(row => row.UserId).ToListAsync(cancellation);
        if (administrators.Contains(new UserId(user.Id)))
        {
            return new Error("role.held", "此人已有该角色。");
        }

        db.Add(Membership.ForCity(new MembershipId(process.NewId()), access.Scope.Municipality, new UserId(user.Id), name, Role.Administrator, process.Now));
        process.Record(
            EventKind.RoleGranted, $"平台运行方授予{name}“{RoleWords.Of(Role.Administrator)}”角色", new { user = user.Id, role = nameof(Role.Administrator), Unit = (Guid?)null });
        foreach (var administrator in administrators)
        {
            process.Enqueue(NotifyPerson.Kind, new NotifyPerson(
                administrator.Value, "新增了管理员", $"平台运行方授予{name}（{email}）“{RoleWords.Of(Role.Administrator)}”角色。如果您不知情，请立即查明。", Destination.Desks));
        }

        return new AppointedAdministrator(known is null, administrators.Count + 1);
    }

    private PortalUser Open(RunningProcess process, string name, string email, string normal)
    {
        var user = new PortalUser
        {
            Id = process.NewId(),
            MunicipalityId = access.Scope.Municipality,
            UserName = email,
            NormalizedUserName = normal,
            Email = email,
            NormalizedEmail = normal,
            EmailConfirmed = true,
            LockoutEnabled = true,
            PersonName = name,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = process.Now,
        };
        db.Add(user);
        return user;
    }
}
