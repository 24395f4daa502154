namespace GreenFactory.Web.Hosting;

/// <summary>Where the database is: connection strings of the app role, which serves requests, and of the owner, which migrates.</summary>
/// <param name="App">Connection string of <c>greenfactory_app</c>.</param>
/// <param name="Owner">Connection string of <c>greenfactory_owner</c>; null when this node must not migrate.</param>
public sealed record DatabaseAddress(string App, string? Owner);
