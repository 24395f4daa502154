namespace GreenFactory.Application.Data;

/// <summary>How the program reaches its database; what each role may is decided there (docs/adr/0017).</summary>
/// <param name="App">Connection string of the role of requests, <c>greenfactory_app</c>: believed no more than what a session proves.</param>
/// <param name="System">
/// Connection string of the role of background work, <c>greenfactory_system</c>: believed who is at work. Also begins sessions, and sets passwords and addresses that a
/// letter proved.
/// </param>
public sealed record DatabaseRoles(string App, string System);
