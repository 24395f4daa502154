namespace GreenFactory.Web.Api;

/// <summary>How the open API answers verbs other than GET (RFC 9110, 9.3.2 and 15.5.6).</summary>
internal static class ApiVerbs
{
    private static readonly string[] Changing = [HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    /// <summary>Answers HEAD as GET would be answered, without the content; before the endpoint is chosen.</summary>
    public static void UseApiHead(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method) || !IsOpenData(context.Request.Path))
        {
            await next(context);
            return;
        }

        var content = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = content;
        }
    });

    /// <summary>Says of every other verb that the API only reads.</summary>
    public static void MapOtherVerbs(WebApplication app) => app.MapMethods("/api/{**path}", Changing, (HttpResponse response) =>
    {
        response.Headers.Allow = $"{HttpMethods.Get}, {HttpMethods.Head}";
        return TypedResults.Problem("开放数据只能读取，请用 GET 或 HEAD。", statusCode: StatusCodes.Status405MethodNotAllowed, title: "不支持这个方法");
    }).AllowAnonymous().ExcludeFromDescription();

    private static bool IsOpenData(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/.well-known");
}
