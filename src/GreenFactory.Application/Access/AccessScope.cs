using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Application.Access;

/// <summary>
/// Who is at work, at which desk, and for which organisations, districts or departments. It decides the rows that a
/// query returns and, through the database session, the rows that the server lets out or in.
/// </summary>
/// <param name="Municipality">The tenant.</param>
/// <param name="Desk">The desk.</param>
/// <param name="User">The person; null for the public and for background work.</param>
/// <param name="PersonName">The person's name, for the record.</param>
/// <param name="Memberships">The person's memberships that hold now, of all desks.</param>
public sealed record AccessScope(MunicipalityId Municipality, Desk Desk, UserId? User, string PersonName, IReadOnlyList<HeldMembership> Memberships)
{
    /// <summary>
    /// Key of the person's session, as the cookie carries it. The database believes a person, and the desks that the memberships open, by this key alone; without it a
    /// request is the public's.
    /// </summary>
    public Guid? SessionKey { get; init; }

    /// <summary>Whether the program itself has proved who the person is, by a token from a letter: the scope is entered over the role of background work.</summary>
    public bool IsVouched { get; init; }

    /// <summary>Whether the scope is entered over the role of background work, which the database believes, instead of the role of requests.</summary>
    public bool OverSystemRole => IsVouched || Desk is Desk.System;

    /// <summary>The public's view of a municipality.</summary>
    public static AccessScope Public(MunicipalityId municipality) => new(municipality, Desk.Public, null, "", []);

    /// <summary>Background work for a municipality.</summary>
    public static AccessScope System(MunicipalityId municipality) => new(municipality, Desk.System, null, "系统", []);

    /// <summary>The same person at another desk.</summary>
    public AccessScope At(Desk desk) => this with { Desk = desk };

    /// <summary>The memberships that open this desk.</summary>
    public IEnumerable<HeldMembership> AtThisDesk => Memberships.Where(membership => DeskRoles.Of(Desk).Contains(membership.Role));

    /// <summary>
    /// The organisations (applicant's desk), districts (district's desk) or departments (department's desk) whose rows
    /// are seen. Empty at desks that are not bound to units.
    /// </summary>
    public IReadOnlyList<Guid> Units => [.. AtThisDesk.Select(membership => membership.Unit).OfType<Guid>().Distinct()];

    /// <summary>The roles held at this desk for a unit; city-wide roles hold for every unit.</summary>
    public IReadOnlyCollection<Role> RolesFor(Guid? unit) =>
        [.. AtThisDesk.Where(membership => membership.Unit is null || membership.Unit == unit).Select(membership => membership.Role).Distinct()];

    /// <summary>Whether a step is of the person's roles at this desk at all, whatever the case: what is done to a whole list at once is this person's or nobody's.</summary>
    public bool HasRoleFor(CaseAction action) =>
        CaseTransitions.All.Any(step => step.Action == action && AtThisDesk.Any(membership => step.Roles.Contains(membership.Role)));

    /// <summary>The person as an actor on a case, with the roles that hold for it at this desk.</summary>
    public CaseActor ActorOn(Declaration declaration) => new(
        RequiredUser,
        RolesFor(Desk switch { Desk.Apply => declaration.OrganisationId.Value, Desk.District => declaration.DistrictId.Value, _ => null }));

    /// <summary>The person's id. Throws for the public: pages that act are never public.</summary>
    public UserId RequiredUser => User ?? throw new InvalidOperationException("This use case needs a signed-in person.");
}

/// <summary>A membership that holds now.</summary>
/// <param name="Role">The role.</param>
/// <param name="Unit">The organisation, district or department; null for city-wide roles.</param>
public sealed record HeldMembership(Role Role, Guid? Unit);
