using System.Security.Claims;
using GreenFactory.Application.Access;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Web.Face.Shell;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

using Desk = GreenFactory.Domain.Users.Desk;

namespace GreenFactory.Web.Access;

/// <summary>
/// Gives the request its scope: the desk of the endpoint, the signed-in person, and the memberships that hold now. A
/// session that was ended elsewhere is signed out here. From here on the request keeps one connection until it begins to answer.
/// </summary>
public sealed class AccessMiddleware(RequestDelegate next)
{
    /// <summary>Claim that carries the key of the session.</summary>
    public const string SessionClaim = "gf:session";

    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context, CurrentAccess access, HeldConnection held, SignedInPersonReader reader, DeploymentOptions deployment)
    {
        if (TenantMiddleware.Find(context) is not { } municipality)
        {
            await next(context);
            return;
        }

        held.Hold();
        context.Response.OnStarting(() =>
        {
            held.Release();
            return Task.CompletedTask;
        });
        var unread = 0;
        var desk = context.GetEndpoint()?.Metadata.GetMetadata<DeskMetadata>()?.Desk ?? Desk.Public;
        var scope = AccessScope.Public(municipality.Id);
        if (ReadIdentity(context.User) is var (user, key))
        {
            access.Use(scope.At(desk) with { User = user, SessionKey = key });
            if (await reader.ReadAsync(UserSession.IdOf(key), context.RequestAborted) is { } person)
            {
                scope = scope with { User = user, SessionKey = key, PersonName = person.Name, Memberships = person.Memberships };
                unread = person.UnreadMessages;
                if (context.Request.IsOfAnotherPerson(user.Value))
                {
                    await RefuseAsync(context, StatusCodes.Status401Unauthorized, $"这个页面由另一位用户打开，现在登录的是{person.Name}，没有保存。请退出后以原来的账号登录。");
                    return;
                }

                if (!person.HasSecondFactor && desk is not (Desk.Public or Desk.Account)
                    && (person.MustSetUpSecondFactor || deployment.RequiresSecondFactor && person.Memberships.Any(membership => DeskRoles.NeedsSecondFactor(membership.Role))))
                {
                    if (context.Request.IsBackground())
                    {
                        await RefuseAsync(context, StatusCodes.Status403Forbidden, "请先在“账号与安全”中开启两步验证，再继续办理。");
                        return;
                    }

                    context.Response.Redirect($"{context.Request.PathBase}/account/two-factor");
                    return;
                }
            }
            else
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        access.Use(scope.At(DeskOf(scope, desk, context.Request.Method)));
        context.Features.Set(new DeskContext(scope.PersonName, "", null, new Dictionary<string, int> { ["messages"] = unread }, [.. FoldersOf(scope)]));
        await next(context);
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { message, signIn = $"{context.Request.PathBase}/account/sign-in" }, context.RequestAborted);
    }

    private static IEnumerable<string> FoldersOf(AccessScope scope) =>
        scope.Memberships.SelectMany(membership => DeskRoles.DeskOf(membership.Role) is Desk.Audit ? [Desk.Admin, Desk.City] : new[] { DeskRoles.DeskOf(membership.Role) }).Distinct().Select(desk => desk.ToString());

    /// <summary>An auditor reads the administrators' pages, and those of the city, at a desk of their own, at which the database lets nothing be written.</summary>
    private static Desk DeskOf(AccessScope scope, Desk desk, string method)
    {
        bool Holds(Desk one) => scope.Memberships.Any(membership => DeskRoles.DeskOf(membership.Role) == one);
        return desk switch
        {
            Desk.Admin when !Holds(Desk.Admin) => Desk.Audit,
            Desk.City when !Holds(Desk.City) && Holds(Desk.Audit) && HttpMethods.IsGet(method) => Desk.Audit,
            _ => desk,
        };
    }

    private static (UserId User, Guid Key)? ReadIdentity(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var user) && Guid.TryParse(principal.FindFirstValue(SessionClaim), out var key)
            ? (new UserId(user), key)
            : null;
}
