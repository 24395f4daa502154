using GreenFactory.Application.Data;

namespace GreenFactory.Web.Hosting;

/// <summary>Where the database is: connection strings of the two roles that serve, and of the owner, which migrates.</summary>
/// <param name="Roles">The role of requests and the role of background work.</param>
/// <param name="Owner">Connection string of <c>greenfactory_owner</c>; null when this node must not migrate.</param>
public sealed record DatabaseAddress(DatabaseRoles Roles, string? Owner);
