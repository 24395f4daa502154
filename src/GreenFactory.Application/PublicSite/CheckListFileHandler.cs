using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Application.PublicSite;

/// <summary>What a check of a downloaded list file found.</summary>
/// <param name="Rows">Number of rows in the file.</param>
/// <param name="Sha256">Hash of the file's document, computed again.</param>
/// <param name="MerkleRoot">Root over the file's rows, computed again.</param>
/// <param name="Known">The list of the platform that it is, or claims to be; null when there is none.</param>
/// <param name="IsUnchanged">Whether the file is that list to the last character.</param>
/// <param name="SignatureHolds">Whether the platform's signature holds for the document of the file.</param>
public sealed record ListFileCheck(int Rows, string Sha256, string MerkleRoot, SignedList? Known, bool IsUnchanged, bool SignatureHolds);

/// <summary>Checks a list file against the platform's own records: the key in the file proves nothing, so it is not used.</summary>
public sealed class CheckListFileHandler(SignedListQuery lists)
{
    private static readonly Error Unreadable = new("verify.file", "这不是名单文件。请上传从公示或发布页面下载的 JSON 文件，不要改动它。");

    /// <summary>Checks the text of a file.</summary>
    public async Task<Result<ListFileCheck>> CheckAsync(string text, CancellationToken cancellation)
    {
        if (Parse(text) is not { } file || (file["document"] ?? file) is not JsonObject document || document["rows"] is not JsonArray { Count: > 0 } rows || rows.Any(row => row is not JsonObject))
        {
            return Unreadable;
        }

        var canonical = CanonicalJson.Canonicalise(document.ToJsonString());
        var hash = CanonicalJson.Hash(canonical);
        var root = MerkleTree.Root([.. rows.Select(row => MerkleTree.LeafHash(CanonicalJson.Canonicalise(row!.ToJsonString())))]);
        var claimed = file["merkleRoot"] is JsonValue value && value.TryGetValue<string>(out var word) ? word : root;
        var known = await lists.FindAsync(hash, claimed, cancellation);
        return new ListFileCheck(
            rows.Count,
            hash,
            root,
            known,
            known?.Sha256 == hash && known.MerkleRoot == root,
            known is not null && ListSigner.Verify(canonical, known.Signature, known.PublicKeyPem));
    }

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
