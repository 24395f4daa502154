using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// What comes in by address or form is cleaned once, before anything reads it: no control characters (PostgreSQL cannot keep U+0000), every line break
/// one <c>\n</c>. Files are not touched; whoever reads one names what it finds (<see cref="WrittenText.ControlCharacters"/>).
/// </summary>
public static class CleanInput
{
    /// <summary>Cleans path and query of every request.</summary>
    public static void UseCleanAddresses(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Query.Any(pair => IsDirty(pair.Key) || pair.Value.Any(IsDirty)))
        {
            request.QueryString = new QueryBuilder(Clean(request.Query)).ToQueryString();
        }

        if (IsDirty(request.Path.Value))
        {
            request.Path = WrittenText.Clean(request.Path.Value!);
        }

        return next();
    });

    internal static Dictionary<string, StringValues> Clean(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var clean = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in fields)
        {
            var key = WrittenText.Clean(name);
            clean[key] = StringValues.Concat(clean.GetValueOrDefault(key), values.Select(value => value is null ? null : WrittenText.Clean(value)).ToArray());
        }

        return clean;
    }

    private static bool IsDirty(string? text) => text is not null && !ReferenceEquals(WrittenText.Clean(text), text);
}

/// <summary>Cleans the form of a page before it is bound. Reading it earlier would set aside the limits that a page sets for its uploads.</summary>
internal sealed class CleanForms : IAsyncResourceFilter
{
    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.HasFormContentType && context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            try
            {
                var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
                request.Form = new FormCollection(CleanInput.Clean(form), form.Files);
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException)
            {
                // A form that cannot be read is refused where it is bound.
            }
        }

        await next();
    }
}
