using System.Diagnostics;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Public;

/// <summary>What a browser sees when a request failed: words and advice, never a stack trace. An address of the API gets problem+json.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    private const string Expired = "登录已失效，这次没有保存。请重新登录，填写的内容还在页面上，登录后会继续保存。";

    /// <summary>What is wrong.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What to do.</summary>
    public string Advice { get; private set; } = "";

    /// <summary>Number by which the operator finds the request in the log; only for faults of the program.</summary>
    public string? Trace { get; private set; }

    /// <summary>Shows the page.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Shows the page after a failed form.</summary>
    public Task<IActionResult> OnPostAsync() => ShowAsync();

    private async Task<IActionResult> ShowAsync()
    {
        var status = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalStatusCode
            ?? (HttpContext.Features.Get<IExceptionHandlerFeature>() is null ? StatusCodes.Status404NotFound : StatusCodes.Status500InternalServerError);
        (Title, Advice) = status switch
        {
            StatusCodes.Status400BadRequest when await IsUnreadableAsync() => (
                "提交的内容读不出来", "内容中有看不见的空字符（U+0000），或表单没有传完整。请返回上一页，删除从别处粘贴的内容，重新填写后再提交；已保存的内容不会丢失。"),
            StatusCodes.Status400BadRequest => ("这次提交没有被接收", "页面可能打开得太久，或请求不完整。请返回上一页，刷新后再提交一次；已保存的内容不会丢失。"),
            StatusCodes.Status401Unauthorized => ("请先登录", "登录后再打开这个页面。"),
            StatusCodes.Status403Forbidden => ("没有权限打开这个页面", "如果您的职责需要它，请联系本单位或平台的管理员。"),
            StatusCodes.Status404NotFound => ("没有找到这个页面", "地址可能有误，或内容已经移走。可以从首页重新进入，或在名录中查询。"),
            StatusCodes.Status405MethodNotAllowed => ("不能这样打开这个地址", "请从页面上的链接或按钮进入。"),
            StatusCodes.Status413PayloadTooLarge => ("文件太大", "请把文件压缩或拆分后再上传，大小限制写在上传框旁边。"),
            StatusCodes.Status429TooManyRequests => ("操作太频繁", "为保护平台，短时间内的次数有限制。请一分钟后再试。"),
            _ => ("平台出了故障", "这不是您的问题，已保存的内容不会丢失。请稍后再试；如果仍然不行，请把下面的编号告诉平台。"),
        };
        Response.StatusCode = status;
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath.Contains("/api/", StringComparison.Ordinal) == true
            || HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path.Contains("/api/", StringComparison.Ordinal) == true)
        {
            return new ObjectResult(new ProblemDetails { Status = status, Title = Title, Detail = Advice }) { StatusCode = status, ContentTypes = { "application/problem+json" } };
        }

        if (HttpContext.Request.IsBackground())
        {
            return BackgroundRequests.Say(HttpContext, status, status is StatusCodes.Status401Unauthorized ? Expired : $"{Title}：{Advice}");
        }

        Trace = status >= StatusCodes.Status500InternalServerError ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;
        return Page();
    }

    /// <summary>Whether the form itself could not be read, which its first reader tells nobody else.</summary>
    private async Task<bool> IsUnreadableAsync()
    {
        if (!Request.HasFormContentType)
        {
            return false;
        }

        try
        {
            await Request.ReadFormAsync(HttpContext.RequestAborted);
            return false;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            return true;
        }
    }
}
