using GreenFactory.Application.Access;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Authorization;

namespace GreenFactory.Web.Access;

/// <summary>One policy per desk: the signed-in person must hold a role that works there.</summary>
public static class Policies
{
    /// <summary>Name of the policy of a desk.</summary>
    public static string For(Desk desk) => $"Desk:{desk}";

    /// <summary>Registers the policies. Anything without a policy of its own is refused to everybody who is not signed in.</summary>
    public static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(For(Desk.Account), policy => policy.RequireAuthenticatedUser());
        foreach (var desk in DeskFolders.All.Values.Where(desk => desk is not (Desk.Public or Desk.Account)))
        {
            options.AddPolicy(For(desk), policy => policy.RequireAuthenticatedUser().AddRequirements(new DeskRequirement()));
        }
    }
}

/// <summary>The person's scope must hold at least one role at the desk of the endpoint.</summary>
public sealed class DeskRequirement : IAuthorizationRequirement;

/// <summary>Checks <see cref="DeskRequirement"/> against the scope of the request.</summary>
public sealed class DeskRequirementHandler(CurrentAccess access) : AuthorizationHandler<DeskRequirement>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DeskRequirement requirement)
    {
        if (access.Scope.AtThisDesk.Any())
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
