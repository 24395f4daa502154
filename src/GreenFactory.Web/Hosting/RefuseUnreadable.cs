using System.Collections;
using System.Globalization;
using System.Reflection;
using GreenFactory.Web.Face.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// A form with a value that cannot be read (a day that is none, a choice that is not one of the options) never reaches its handler, where the value would be taken
/// for nothing or for the first option. The page is shown as it is read, with the error at its field and everything typed kept.
/// </summary>
internal sealed class RefuseUnreadable(IModelMetadataProvider metadata) : IAsyncPageFilter
{
    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.Result is null && context.HandlerInstance is PageModel page && HttpMethods.IsPost(context.HttpContext.Request.Method)
            && context.ModelState.Values.Any(entry => entry.Errors.Any(ChineseBindingMessages.IsUnreadable)))
        {
            context.Result = await ReadAgainAsync(context, page);
            return;
        }

        await next();
    }

    /// <summary>Runs the handler that reads the page, as a visit of its address would.</summary>
    private async Task<IActionResult> ReadAgainAsync(PageHandlerExecutingContext context, PageModel page)
    {
        // A form that was not meant leaves errors of its own, such as a missing value; only what was typed and cannot be read is told.
        foreach (var (_, entry) in context.ModelState.Where(entry => entry.Value?.Errors.Any(ChineseBindingMessages.IsUnreadable) is false).ToList())
        {
            entry?.Errors.Clear();
        }

        foreach (var (key, entry) in context.ModelState)
        {
            var messages = entry.Errors.Select(error => ChineseBindingMessages.Named(error.ErrorMessage, NameOf(page, key))).Distinct().ToList();
            entry.Errors.Clear();
            messages.ForEach(entry.Errors.Add);
        }

        var reads = context.ActionDescriptor.HandlerMethods.FirstOrDefault(method => HttpMethods.IsGet(method.HttpMethod) && method.Name is null)?.MethodInfo;
        if (reads is null)
        {
            return page.BadRequest();
        }

        var typed = page.GetType().GetProperties()
            .Where(property => property.CanWrite && property.IsDefined(typeof(BindPropertyAttribute)) && property.GetValue(page) is IList { Count: > 0 })
            .Select(property => (Property: property, Rows: property.GetValue(page))).ToList();
        var answer = reads.Invoke(page, [.. reads.GetParameters().Select(parameter => Argument(context, parameter))]);
        if (answer is Task task)
        {
            await task;
            answer = task.GetType().GetProperty(nameof(Task<object>.Result))?.GetValue(task);
        }

        // Reading fills rows as they are stored; what was typed into them stands.
        typed.ForEach(rows => rows.Property.SetValue(page, rows.Rows));
        return answer as IActionResult ?? page.Page();
    }

    /// <summary>Chinese name of a field by its key, such as <c>Input.Items[2].Verdict</c>; null where the key is no field of the page.</summary>
    private string? NameOf(PageModel page, string key)
    {
        ModelMetadata? found = metadata.GetMetadataForType(page.GetType());
        foreach (var part in key.Split('.'))
        {
            found = found?.Properties[part.Split('[')[0]];
            found = part.Contains('[', StringComparison.Ordinal) ? found?.ElementMetadata : found;
        }

        return found?.DisplayName;
    }

    private static object? Argument(PageHandlerExecutingContext context, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return context.HttpContext.RequestAborted;
        }

        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return context.RouteData.Values.TryGetValue(parameter.Name!, out var value) && value is string text
            ? type == typeof(Guid) ? Guid.Parse(text) : Convert.ChangeType(text, type, CultureInfo.InvariantCulture)
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }
}
