using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases;

/// <summary>Reads who is involved in a case, by the one rule of <see cref="FourEyesRule"/>. One query, for any number of cases.</summary>
public sealed class FourEyesReader(PortalDbContext db)
{
    /// <summary>Those of the cases that the person prepared, or whose unit the person is or was tied to.</summary>
    /// <param name="person">The person.</param>
    /// <param name="deciding">The desk at which the person would decide.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlySet<DeclarationId>> InvolvedAsync(UserId person, Desk deciding, IReadOnlyCollection<DeclarationId> cases, CancellationToken cancellation)
    {
        var before = FourEyesRule.DesksBefore(deciding).Select(desk => desk.ToString()).ToList();
        var involved = await db.Declarations
            .Where(row => cases.Contains(row.Id) && (
                row.CreatedBy == person
                || db.Memberships.Any(membership => membership.UserId == person && membership.OrganisationId == row.OrganisationId)
                || db.ProcessEvents.Any(e => e.DeclarationId == row.Id && db.Processes.Any(process => process.Id == e.ProcessId && process.ActorId == person && before.Contains(process.Desk)))))
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        return involved.ToHashSet();
    }
}
