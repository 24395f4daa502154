using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GreenFactory.Application;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Web.Access;
using GreenFactory.Web.Api;
using GreenFactory.Web.Face.Forms;
using GreenFactory.Web.Guide;
using GreenFactory.Web.Links;
using GreenFactory.Web.Rendering;
using GreenFactory.Worker;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Web.Hosting;

/// <summary>Registers everything the portal is made of.</summary>
public static class PortalServices
{
    /// <summary>Registers the services.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddPortalData(provider => provider.GetRequiredService<DatabaseAddress>().Roles);
        services.AddApplication();
        services.AddScoped<IAccountLinks, AccountLinks>();
        services.AddSingleton<PortalLinks>();
        services.AddSingleton<IPortalLinks>(provider => provider.GetRequiredService<PortalLinks>());
        services.AddScoped<KnownBrowser>();
        services.AddScoped<LetterTicket>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<CheckpointWorker>();
        services.AddHostedService<SweepWorker>();
        services.AddHostedService<ReminderWorker>();
        services.AddHostedService<ClockFollower>();
        services.AddSingleton<MunicipalityDirectory>();
        services.AddSingleton<DemonstrationWaiting>();
        services.AddScoped<ViewText>();
        services.AddScoped<IAuthorizationHandler, DeskRequirementHandler>();
        services.AddAuthorization(Policies.Configure);
        builder.AddReverseProxy();
        services.AddPortalIdentity();
        services.AddPortalRateLimits();
        services.AddPublicCaching();
        services.AddTelemetry();
        services.AddPublicApi();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddRazorPages(options =>
        {
            DeskFolders.Apply(options.Conventions);
            options.Conventions.AddFolderApplicationModelConvention("/Public", model => model.Filters.Add(new PublicPageCaching(PublicCaching.SpeaksFromSignedLists(model.ViewEnginePath))));
        }).AddMvcOptions(options =>
        {
            ChineseBindingMessages.Use(options);
            options.ModelBinderProviders.Insert(0, new TypedNumberBinder());
            options.ModelBinderProviders.Insert(0, new TypedDayBinder());
            options.Filters.Add<RefuseUnhandled>();
            options.Filters.Add<RefuseUnreadable>();
            options.Filters.Add<CleanForms>();
            options.Filters.Add<RefusalsForScripts>();
        });
        services.AddSingleton<GuideLibrary>();
        services.AddAnswerHeaders();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-CSRF-TOKEN";
            options.Cookie.Name = "gf_form";
        });
        builder.AddKeyRing();
    }

    private static void AddPortalIdentity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<PortalUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // The name of an account is its address, and addresses are written in Chinese too; which are addresses is checked when one registers.
                options.User.AllowedUserNameCharacters = "";
                options.SignIn.RequireConfirmedEmail = true;
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
            })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddUserStore<PortalUserStore>()
            .AddSignInManager<PortalSignInManager>()
            .AddPasswordValidator<EasyPasswordValidator>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<OnceOnlyAuthenticator>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "gf_session";
            options.LoginPath = "/account/sign-in";
            options.AccessDeniedPath = "/account/denied";
            options.ExpireTimeSpan = SessionLife.Idle;
            options.SlidingExpiration = true;
            options.AnswerScripts();
        });

        // Sign-in lives in the machine's time: moving the clock of a demonstration signs nobody out.
        foreach (var scheme in new[] { IdentityConstants.ApplicationScheme, IdentityConstants.TwoFactorUserIdScheme })
        {
            services.Configure<CookieAuthenticationOptions>(scheme, options =>
            {
                options.TimeProvider = TimeProvider.System;
                options.CookieManager = new MunicipalityCookies();
            });
        }

        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.TimeProvider = TimeProvider.System;
            options.OnRefreshingPrincipal = KeepSessionAsync;
        });
    }

    private static Task KeepSessionAsync(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindFirst(AccessMiddleware.SessionClaim) is { } session)
        {
            context.NewPrincipal?.Identities.First().AddClaim(new Claim(session.Type, session.Value));
        }

        return Task.CompletedTask;
    }
}
