using System.Text.Json.Nodes;
using GreenFactory.Application.Honours;
using GreenFactory.Application.PublicSite;
using GreenFactory.Domain.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GreenFactory.Web.Api;

/// <summary>A public notice or a publication in the open data.</summary>
/// <param name="Id">Key; part of the address of its page and file.</param>
/// <param name="Kind">notice or publication.</param>
/// <param name="Year">Year of its campaign.</param>
/// <param name="Title">Its title.</param>
/// <param name="Units">How many units it lists.</param>
/// <param name="From">When it opened or was published.</param>
/// <param name="Until">When objections end; null for a publication.</param>
/// <param name="File">Address of the signed list.</param>
/// <param name="Fault">Why the list is not believed, in Chinese; what is given is then registered, not signed. Null when it holds.</param>
public sealed record NoticeResource(Guid Id, string Kind, int Year, string Title, int Units, DateTimeOffset From, DateTimeOffset? Until, string File, string? Fault);

/// <summary>A signed list: everything by which anybody can verify it without this platform.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Document">What was signed; canonical JSON (sorted keys, no blanks) of it gives the hash.</param>
/// <param name="Sha256">Hash of the canonical document.</param>
/// <param name="MerkleRoot">Root over the canonical rows.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the canonical document, Base64.</param>
/// <param name="PublicKey">The key, PEM.</param>
public sealed record SignedListResource(string Title, JsonNode Document, string Sha256, string MerkleRoot, string Signature, string PublicKey);

/// <summary>Notices and publications in the open data.</summary>
internal static class NoticeApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/notices", ListAsync).WithSummary("公示和发布").WithTags("公示与发布");
        api.MapGet("/notices/{id:guid}", NoticeAsync).WithSummary("公示的签名名单").WithTags("公示与发布");
        api.MapGet("/publications/{id:guid}", PublicationAsync).WithSummary("发布的签名名单").WithTags("公示与发布");
    }

    private static async Task<Ok<ResourceList<NoticeResource>>> ListAsync(NoticeListQuery notices, HttpRequest request, HttpResponse response, CancellationToken cancellation)
    {
        var lists = await notices.ListAsync(null, cancellation);
        var root = $"{request.PathBase}/api/v1";
        List<NoticeResource> items =
        [
            .. lists.Publications.Select(row => new NoticeResource(row.Id.Value, "publication", row.Year, row.Title, row.Units, row.PublishedAt, null, $"{root}/publications/{row.Id.Value:N}", row.Fault)),
            .. lists.Notices.Select(row => new NoticeResource(row.Id.Value, "notice", row.Year, row.Title, row.Units, row.OpensAt, row.EndsAt, $"{root}/notices/{row.Id.Value:N}", row.Fault)),
        ];
        ApiCaching.Keep(response);
        return TypedResults.Ok(new ResourceList<NoticeResource>(items.Count, [.. items.OrderByDescending(item => item.From)]));
    }

    private static async Task<Results<Ok<SignedListResource>, StatusCodeHttpResult, ProblemHttpResult>> NoticeAsync(
        Guid id, SignedListQuery lists, HttpRequest request, HttpResponse response, CancellationToken cancellation) =>
        Answer(await lists.NoticeAsync(new NoticeId(id), cancellation), request, response);

    private static async Task<Results<Ok<SignedListResource>, StatusCodeHttpResult, ProblemHttpResult>> PublicationAsync(
        Guid id, SignedListQuery lists, HttpRequest request, HttpResponse response, CancellationToken cancellation) =>
        Answer(await lists.PublicationAsync(new PublicationId(id), cancellation), request, response);

    private static Results<Ok<SignedListResource>, StatusCodeHttpResult, ProblemHttpResult> Answer(SignedList? list, HttpRequest request, HttpResponse response)
    {
        if (list is null)
        {
            return TypedResults.Problem("没有这份公示或发布。", statusCode: StatusCodes.Status404NotFound, title: "没有找到");
        }

        return ApiCaching.IsUnchanged(request, response, list.Sha256)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new SignedListResource(SignedDocument.Read(list.Document)?.Heading.Title ?? list.Title, JsonNode.Parse(list.Document)!, list.Sha256, list.MerkleRoot, list.Signature, list.PublicKeyPem));
    }
}
