using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Domain.Declarations;

/// <summary>Who acts on a case, with the roles that hold for this very case.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Roles">The roles held for the case's organisation, district or city.</param>
public sealed record CaseActor(UserId UserId, IReadOnlyCollection<Role> Roles);
