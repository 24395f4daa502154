using GreenFactory.Application.Access;

namespace GreenFactory.Web.Access;

/// <summary>Finds the municipality of a request, by path prefix <c>/m/{code}</c> or by host, before anything else happens.</summary>
public sealed class TenantMiddleware(RequestDelegate next, MunicipalityDirectory directory)
{
    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context, CurrentAccess access)
    {
        // Whoever asks how the machine is asks for no municipality, and gets an answer when there is no database to look for one.
        if (context.Request.Path.StartsWithSegments("/health"))
        {
            await next(context);
            return;
        }

        // A failed request comes here a second time, for the error page; its municipality stays the one found first.
        var municipality = context.Items[typeof(TenantMiddleware)] as MunicipalityEntry
            ?? await directory.FindByHostAsync(context.Request.Host.Host, context.RequestAborted);
        if (context.Request.Path.StartsWithSegments("/m", out var rest))
        {
            var code = rest.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
            municipality = await directory.FindByCodeAsync(code, context.RequestAborted);
            if (municipality is not null)
            {
                context.Request.PathBase = context.Request.PathBase.Add($"/m/{code}");
                context.Request.Path = rest.Value[(code.Length + 1)..] is { Length: > 0 } path ? path : "/";
                context.Response.OnStarting(() => StayInsideAsync(context));
            }
        }

        if (municipality is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Items[typeof(TenantMiddleware)] = municipality;
        access.Use(AccessScope.Public(municipality.Id).At(Domain.Users.Desk.Account));
        await next(context);
    }

    /// <summary>A redirect to an address at the root of the site leads into the same municipality.</summary>
    private static Task StayInsideAsync(HttpContext context)
    {
        if (context.Response.Headers.Location.ToString() is ['/', not '/', ..] target && !new PathString(target.Split('?', '#')[0]).StartsWithSegments(context.Request.PathBase))
        {
            context.Response.Headers.Location = context.Request.PathBase + target;
        }

        return Task.CompletedTask;
    }

    /// <summary>The municipality of the request.</summary>
    public static MunicipalityEntry Current(HttpContext context) => Find(context)!;

    /// <summary>The municipality of the request; null where none is asked for, as below <c>/health</c>.</summary>
    public static MunicipalityEntry? Find(HttpContext context) => context.Items[typeof(TenantMiddleware)] as MunicipalityEntry;
}
