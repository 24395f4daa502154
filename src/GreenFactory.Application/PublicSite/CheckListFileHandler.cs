using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Application.PublicSite;

/// <summary>What a check of a downloaded list file found.</summary>
/// <param name="Rows">Number of rows in the file.</param>
/// <param name="Sha256">Hash of the file's document, computed again.</param>
/// <param name="MerkleRoot">Root over the file's rows, computed again.</param>
/// <param name="Known">The list of the platform that it is, or claims to be; null when there is none.</param>
/// <param name="Check">Whether a pinned key signed the document of the file, by the file's own signature or the platform's.</param>
/// <param name="KnownFault">Why the list on the platform is not believed; null when it is, or when there is none.</param>
public sealed record ListFileCheck(int Rows, string Sha256, string MerkleRoot, SignedList? Known, ListCheck Check, string? KnownFault)
{
    /// <summary>Whether the file is that list to the last character.</summary>
    public bool IsUnchanged => Known?.Sha256 == Sha256 && Known.MerkleRoot == MerkleRoot;
}

/// <summary>Checks a list file against the pinned keys and the platform's own records: the key in the file proves nothing and is not used.</summary>
public sealed class CheckListFileHandler(SignedListQuery lists, MunicipalityCodeReader codes, ListVerifier verifier)
{
    private static readonly Error Unreadable = new("verify.file", "这不是名单文件。请上传从公示或发布页面下载的 JSON 文件，不要改动它。");

    /// <summary>Checks the text of a file.</summary>
    public async Task<Result<ListFileCheck>> CheckAsync(string text, CancellationToken cancellation)
    {
        if (Parse(text) is not { } file || (file["document"] ?? file) is not JsonObject document || document["rows"] is not JsonArray { Count: > 0 } rows || rows.Any(row => row is not JsonObject))
        {
            return Unreadable;
        }

        var municipality = await codes.ReadAsync(cancellation);
        var canonical = CanonicalJson.Canonicalise(document.ToJsonString());
        var hash = CanonicalJson.Hash(canonical);
        var root = MerkleTree.Root([.. rows.Select(row => MerkleTree.LeafHash(CanonicalJson.Canonicalise(row!.ToJsonString())))]);
        var known = await lists.FindAsync(hash, Text(file, "merkleRoot") ?? root, cancellation);
        var own = verifier.Check(municipality, canonical, Text(file, "signature") ?? "");
        return new ListFileCheck(
            rows.Count,
            hash,
            root,
            known,
            own.Holds || known is null ? own : verifier.Check(municipality, canonical, known.Signature),
            known is null ? null : verifier.Check(municipality, known.Document, known.Sha256, known.MerkleRoot, known.Signature).Fault);
    }

    private static string? Text(JsonObject file, string name) => file[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 8 }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
