using GreenFactory.Application.PublicSite;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GreenFactory.Web.Api;

/// <summary>A rule set in the open data.</summary>
/// <param name="Id">Identifier of the set.</param>
/// <param name="Version">Version of the set.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Kind">factory or park.</param>
/// <param name="Provenance">official, transcribed, derived or example.</param>
/// <param name="Sha256">Hash of the canonical document.</param>
/// <param name="State">published or retired.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Campaigns">Years of the campaigns scored with it.</param>
public sealed record RuleSetResource(
    string Id, string Version, string Title, string Kind, string Provenance, string Sha256, string State, DateTimeOffset? PublishedAt, IReadOnlyList<int> Campaigns);

/// <summary>A list with its length.</summary>
/// <typeparam name="T">Kind of item.</typeparam>
/// <param name="Count">Number of items in <paramref name="Items"/>.</param>
/// <param name="Items">The items.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record ResourceList<T>(int Count, IReadOnlyList<T> Items, string? Next = null);

/// <summary>Rule sets in the open data.</summary>
internal static class RuleSetApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rules", ListAsync).WithSummary("已公开的规则集").WithTags("规则集");
        api.MapGet("/rules/{id}/{version}", DocumentAsync).WithSummary("规则集的规范 JSON，ETag 是它的 SHA-256").WithTags("规则集");
    }

    private static async Task<Ok<ResourceList<RuleSetResource>>> ListAsync(PublishedRuleSetListQuery rules, HttpResponse response, CancellationToken cancellation)
    {
        var sets = await rules.RunAsync(cancellation);
        ApiCaching.Keep(response);
        return TypedResults.Ok(new ResourceList<RuleSetResource>(sets.Count, [.. sets.Select(ToResource)]));
    }

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult, ProblemHttpResult>> DocumentAsync(
        string id, string version, RuleSetDocumentQuery documents, HttpRequest request, HttpResponse response, CancellationToken cancellation)
    {
        if (await documents.RunAsync(id, version, cancellation) is not { } found)
        {
            return TypedResults.Problem("没有公开这个规则集或版本。", statusCode: StatusCodes.Status404NotFound, title: "没有找到");
        }

        return ApiCaching.IsUnchanged(request, response, found.ContentHash)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(found.Document, "application/json; charset=utf-8");
    }

    private static RuleSetResource ToResource(PublishedRuleSet set) => new(
        set.RuleSetId,
        set.Version,
        set.Title,
        set.Kind is OrganisationKind.Park ? "park" : "factory",
        set.Provenance,
        set.ContentHash,
        set.State is RuleSetState.Published ? "published" : "retired",
        set.PublishedAt,
        set.Campaigns);
}
