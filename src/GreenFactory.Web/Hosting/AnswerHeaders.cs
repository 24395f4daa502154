using NetEscapades.AspNetCore.SecurityHeaders.Infrastructure;

namespace GreenFactory.Web.Hosting;

/// <summary>Headers that tell a browser what an answer may do: a page runs the portal's own scripts and styles, a file that somebody uploaded runs nothing.</summary>
internal static class AnswerHeaders
{
    private static readonly HeaderPolicyCollection OfFiles = new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddFrameOptionsSameOrigin()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().UnsafeInline();
            csp.AddFrameAncestors().Self();
            csp.AddSandbox();
        });

    private static readonly HeaderPolicyCollection OfPages = new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddScriptSrc().Self().WithNonce();
            csp.AddStyleSrc().Self();
            csp.AddObjectSrc().None();
            csp.AddFrameAncestors().Self();
            csp.AddFormAction().Self();
            csp.AddBaseUri().Self();
        });

    /// <summary>Chooses them by what is answered, when the answer begins.</summary>
    public static void AddAnswerHeaders(this IServiceCollection services) => services.AddSecurityHeaderPolicies()
        .SetDefaultPolicy(OfPages)
        .SetPolicySelector(context => IsFile(context.HttpContext.Response.ContentType) ? OfFiles : context.DefaultPolicy);

    private static bool IsFile(string? type) =>
        type is not null && !type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("text/css", StringComparison.OrdinalIgnoreCase)
        && !type.StartsWith("text/javascript", StringComparison.OrdinalIgnoreCase);
}
