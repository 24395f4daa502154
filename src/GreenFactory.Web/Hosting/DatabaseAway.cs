using System.Net;
using GreenFactory.Application.Data;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// The answer while the database is away: 503 with what to do, made without asking the database, where the usual page of a fault would ask it again. A page, or for scripts
/// and programs the same sentence in JSON. A change is done as a whole or not at all; which of the two nobody knows where the connection was lost as it was confirmed.
/// </summary>
public static partial class DatabaseAway
{
    private const string Title = "平台暂时连不上数据库";
    private const string Advice = "通常几十秒内恢复。已经保存的内容都在；刚才的操作可能没有完成。";
    private const string AgainByItself = "本页每十秒自动重试一次，不必反复刷新。";
    private const string AgainByHand = "请过一会儿先查看刚才的操作是否已经生效；没有生效的，用浏览器的“后退”回到表单，再提交一次。";
    private const int SecondsUntilAgain = 10;

    /// <summary>Stands before everything that asks the database.</summary>
    public static void UseDatabaseAway(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (DatabaseAbsence.IsMeantBy(failure) && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var innermost = failure.GetBaseException();
            Away(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseAway)), innermost.GetType().Name, innermost.Message);
            await AnswerAsync(context);
        }
    });

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = SecondsUntilAgain.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.IsBackground())
        {
            return context.Response.WriteAsJsonAsync(new { title = Title, status = StatusCodes.Status503ServiceUnavailable, message = $"{Title}。{Advice}" }, context.RequestAborted);
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Page(context.Request), context.RequestAborted);
    }

    /// <summary>A page that stands by itself: its styles are files, which need no database.</summary>
    private static string Page(HttpRequest request)
    {
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var root = WebUtility.HtmlEncode(request.PathBase.Value ?? "");
        return $"""
            <!doctype html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              {(reads ? $"<meta http-equiv=\"refresh\" content=\"{SecondsUntilAgain}\">" : "")}
              <title>{Title}</title>
              <link rel="stylesheet" href="{root}/css/tokens.css">
              <link rel="stylesheet" href="{root}/css/components/base.css">
              <link rel="stylesheet" href="{root}/css/components/shell.css">
            </head>
            <body class="gf">
              <header class="gf-mast"><div class="gf-page gf-mast__in"><span class="gf-brand"><b>绿色工厂与绿色工业园区申报评审平台</b></span></div></header>
              <main class="gf-page">
                <div class="gf-head"><div><h1>{Title}</h1><p>{Advice}</p></div></div>
                <p>{(reads ? AgainByItself : AgainByHand)}</p>
              </main>
            </body>
            </html>
            """;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away: {Kind}: {Message}")]
    private static partial void Away(ILogger logger, string kind, string message);
}
