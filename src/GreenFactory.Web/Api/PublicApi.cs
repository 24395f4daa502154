using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.OpenApi;

namespace GreenFactory.Web.Api;

/// <summary>
/// The open API: what the public pages show, for programs. Field names are stable within <c>/api/v1</c> and documented in <c>docs/api.md</c>;
/// errors are problem+json.
/// </summary>
public static class PublicApi
{
    /// <summary>Registers the description and the form of errors.</summary>
    public static void AddPublicApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "绿色工厂与绿色工业园区开放数据";
                document.Info.Version = "v1";
                document.Info.Description = "名录、公示和规则集。全部公开，不需要登录；字段名在 v1 内保持不变。";
                document.Servers?.Clear();
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Maps the addresses.</summary>
    public static void MapPublicApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var api = app.MapGroup("/api/v1").AllowAnonymous().RequireRateLimiting(RateLimits.PublicSearch);
        RegisterApi.Map(api);
        NoticeApi.Map(api);
        RuleSetApi.Map(api);
        KeyApi.Map(app);
        ListFeed.Map(app);
        ApiVerbs.MapOtherVerbs(app);
    }
}
