using System.Security.Claims;
using GreenFactory.Application.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GreenFactory.Web.Access;

/// <summary>Every sign-in begins a session of its own, whose key the cookie carries, so that one device can be signed out alone.</summary>
internal sealed class PortalSignInManager(
    UserManager<PortalUser> users,
    IHttpContextAccessor contexts,
    IUserClaimsPrincipalFactory<PortalUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PortalUser> confirmation,
    StartSessionHandler sessions,
    KnownBrowser browser)
    : SignInManager<PortalUser>(users, contexts, claims, options, logger, schemes, confirmation)
{
    /// <inheritdoc/>
    public override async Task SignInWithClaimsAsync(PortalUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var key = KeyOf(Context.User, user)
            ?? await sessions.HandleAsync(user, Device.Describe(Context.Request.Headers.UserAgent), Device.Shorten(Context.Connection.RemoteIpAddress), Context.RequestAborted);
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, new Claim(AccessMiddleware.SessionClaim, key.ToString())]);
        browser.Remember(user.Id);
    }

    private static Guid? KeyOf(ClaimsPrincipal present, PortalUser user) =>
        present.FindFirstValue(ClaimTypes.NameIdentifier) == user.Id.ToString() && Guid.TryParse(present.FindFirstValue(AccessMiddleware.SessionClaim), out var key)
            ? key
            : null;
}
