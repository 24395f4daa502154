using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>What a page answers to: a verb, and the name of the handler where it has one.</summary>
internal sealed record PageHandler(string Verb, string? Name);

/// <summary>An address of the portal at which a page stands.</summary>
/// <param name="Template">In small letters, with the names of its parameters: <c>/apply/{id}/receipt</c>.</param>
/// <param name="Desk">The desk it belongs to.</param>
/// <param name="IsOpen">Whether it opens for people who are not signed in.</param>
/// <param name="Handlers">What it answers to; opening it is always among them.</param>
internal sealed record PortalPage(string Template, Desk Desk, bool IsOpen, IReadOnlyList<PageHandler> Handlers);

/// <summary>Finds the pages among the endpoints, so that no list of them has to be kept.</summary>
internal static class PortalPages
{
    public static async Task<IReadOnlyList<PortalPage>> AllAsync(PortalHost host)
    {
        var loader = host.Services.GetRequiredService<PageLoader>();
        var pages = new Dictionary<string, PortalPage>();
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor)
            {
                continue;
            }

            var compiled = await loader.LoadAsync(descriptor, endpoint.Metadata);
            var metadata = compiled.EndpointMetadata!;
            var handlers = compiled.HandlerMethods.Select(method => new PageHandler(method.HttpMethod.ToUpperInvariant(), method.Name)).Append(new PageHandler("GET", null)).Distinct().ToList();
            foreach (var template in Templates(endpoint.RoutePattern))
            {
                pages[template] = new PortalPage(template, metadata.OfType<DeskMetadata>().Single().Desk, IsOpen(compiled), handlers);
            }
        }

        return [.. pages.Values.OrderBy(page => page.Template, StringComparer.Ordinal)];
    }

    /// <summary>Leave for everybody comes from the folder or from the page itself.</summary>
    private static bool IsOpen(CompiledPageActionDescriptor page) =>
        page.EndpointMetadata!.OfType<IAllowAnonymous>().Any() || page.ModelTypeInfo!.GetCustomAttributes(inherit: true).OfType<IAllowAnonymous>().Any();

    /// <summary>The address with its parameters, and without those that may be left out.</summary>
    private static IEnumerable<string> Templates(RoutePattern pattern)
    {
        yield return Template(pattern.PathSegments);
        if (pattern.Parameters.Any(parameter => parameter.IsOptional))
        {
            yield return Template(pattern.PathSegments.Where(segment => !segment.Parts.Any(part => part is RoutePatternParameterPart { IsOptional: true })));
        }
    }

    private static string Template(IEnumerable<RoutePatternPathSegment> segments) => "/" + string.Join('/', segments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        RoutePatternLiteralPart literal => literal.Content.ToLowerInvariant(),
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    }))));
}
