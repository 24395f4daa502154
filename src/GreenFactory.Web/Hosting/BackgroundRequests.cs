using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// Requests that a script of ours makes while its page stays. They get statuses and sentences, never a page or a redirect that could be taken for success:
/// 401 and 403 with <c>message</c> and <c>signIn</c>; 422 with <c>problems</c> by field; 204 with <c>Location</c> where a form would lead to another page.
/// </summary>
public static class BackgroundRequests
{
    /// <summary>Header with the id of the person whose page it is; a request for anybody else is refused.</summary>
    public const string PersonHeader = "X-Gf-Person";

    /// <summary>
    /// Header of a success with the names of the fields, parted by spaces, whose words it did not take; the script keeps these as a draft and fills them in
    /// where the page leads.
    /// </summary>
    public const string LeftHeader = "X-Gf-Left";

    private const string MadeByScript = "X-Requested-With";

    /// <summary>Whether a script made the request: it asks for JSON or says so.</summary>
    public static bool IsBackground(this HttpRequest request) =>
        request.Headers.ContainsKey(MadeByScript) || request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    /// <summary>What the signed-in person's page says in <see cref="PersonHeader"/>, if the request comes from another person's page.</summary>
    public static bool IsOfAnotherPerson(this HttpRequest request, Guid user) =>
        request.Headers[PersonHeader].ToString() is { Length: > 0 } person && !string.Equals(person, user.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Names the fields of a form whose words were not taken although the form succeeded, so that its script does not forget them.</summary>
    public static void LeaveTyped(this HttpResponse response, IEnumerable<string> fields) => response.Headers[LeftHeader] = string.Join(' ', fields);

    /// <summary>Answers 401 and 403 to scripts instead of leading them to the sign-in page.</summary>
    public static void AnswerScripts(this CookieAuthenticationOptions options)
    {
        var (toSignIn, toDenied) = (options.Events.OnRedirectToLogin, options.Events.OnRedirectToAccessDenied);
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, toSignIn);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden, toDenied);
    }

    /// <summary>Turns the redirect that follows a form into 204 with <c>Location</c>, which a script reads and a browser does not follow unasked.</summary>
    public static void UseBackgroundRedirects(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.IsBackground())
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status302Found or StatusCodes.Status303SeeOther)
                {
                    context.Response.StatusCode = StatusCodes.Status204NoContent;
                }

                return Task.CompletedTask;
            });
        }

        return next();
    });

    /// <summary>The sentence for a script, with where to sign in.</summary>
    public static ObjectResult Say(HttpContext context, int status, string message) =>
        new(new { message, signIn = $"{context.Request.PathBase}/account/sign-in" }) { StatusCode = status, ContentTypes = { "application/json" } };

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, Func<RedirectContext<CookieAuthenticationOptions>, Task> otherwise)
    {
        if (!context.Request.IsBackground())
        {
            return otherwise(context);
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

/// <summary>A form that a script sent and that was refused is answered with its refusals by field, not with the page.</summary>
internal sealed class RefusalsForScripts : IResultFilter
{
    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is PageResult && !context.ModelState.IsValid && context.HttpContext.Request.IsBackground())
        {
            var problems = context.ModelState
                .Where(entry => entry.Value?.Errors.Count > 0)
                .ToDictionary(entry => entry.Key, entry => string.Join("；", entry.Value!.Errors.Select(error => error.ErrorMessage)));
            context.Result = new JsonResult(new { message = string.Join("；", problems.Values), problems }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
