using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>
/// Proves the four-eyes rule for the city: the person has not acted on the case at the applicant's or the district's desk and holds
/// no role in its organisation. Work at the city's own desk does not stand in the way.
/// </summary>
public sealed class FourEyesReader(PortalDbContext db, CurrentAccess access)
{
    private static readonly string[] PreparingDesks = ["Apply", "District"];

    /// <summary>Whether the signed-in person may decide on the case; two queries.</summary>
    public async Task<bool> HoldsAsync(Declaration declaration, CancellationToken cancellation)
    {
        var person = access.Scope.RequiredUser;
        var prepared = await db.Processes.AnyAsync(
            process => process.ActorId == person && PreparingDesks.Contains(process.Desk) && db.ProcessEvents.Any(e => e.ProcessId == process.Id && e.DeclarationId == declaration.Id),
            cancellation);
        return !prepared && declaration.CreatedBy != person
            && !await db.Memberships.AnyAsync(membership => membership.UserId == person && membership.OrganisationId == declaration.OrganisationId, cancellation);
    }
}
