using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// A request that no handler of its page takes (a form that is not there, another method) is refused with 405. Left alone, Razor Pages would draw the page
/// without having read what it shows.
/// </summary>
internal sealed class RefuseUnhandled : IPageFilter
{
    /// <inheritdoc/>
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    /// <inheritdoc/>
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        var isErrorPage = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
        var isReading = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var needsNoHandler = isReading && context.ActionDescriptor.HandlerMethods.All(method => !HttpMethods.IsGet(method.HttpMethod));
        if (context.HandlerMethod is null && !isErrorPage && !needsNoHandler)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    /// <inheritdoc/>
    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
