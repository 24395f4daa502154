using System.Text;
using GreenFactory.Application.Ports.Signing;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Application.Honours;

/// <summary>What a check of a signed list found.</summary>
/// <param name="Document">What was signed; null where the text is no document of this platform or its root is not the one over its rows.</param>
/// <param name="Key">The pinned key that signed it; null where nobody pinned one.</param>
/// <param name="Fault">Why it is not believed, in Chinese; null when it is.</param>
public sealed record ListCheck(SignedDocument? Document, PinnedKey? Key, string? Fault)
{
    /// <summary>Whether everything holds. Only then may anything of the document be shown as what was signed.</summary>
    public bool Holds => Fault is null;
}

/// <summary>
/// Checks signed lists against the pinned keys. The key beside a list proves nothing and is not looked at; the document names its key by
/// fingerprint, and the root of its rows is part of what is signed.
/// </summary>
public sealed class ListVerifier(ISignatureVerifier verifier, ITrustedKeys trusted)
{
    /// <summary>Checks a stored list of a municipality, its hash and root as stored among it.</summary>
    public ListCheck Check(string municipality, string document, string contentHash, string merkleRoot, string signature)
    {
        var check = Check(municipality, document, signature);
        return !check.Holds ? check
            : CanonicalJson.Hash(document) != contentHash ? check with { Fault = "登记的指纹与名单内容不一致。" }
            : check.Document!.MerkleRoot != merkleRoot ? check with { Fault = "登记的根与签名名单中的根不一致，名单的行可能被替换过。" }
            : check;
    }

    /// <summary>Checks a document with its signature.</summary>
    public ListCheck Check(string municipality, string document, string signature)
    {
        if (SignedDocument.Read(document) is not { } read)
        {
            return new ListCheck(null, null, "名单内容不完整，或其中的根与各行不一致。");
        }

        var heading = read.Heading;
        if (heading.Municipality != municipality)
        {
            return new ListCheck(read, null, "名单不是本市的。");
        }

        var key = trusted.All.FirstOrDefault(pin => pin.Municipality == municipality && pin.Use is SigningPurpose.Lists && pin.Fingerprint == heading.KeyFingerprint);
        if (key is null)
        {
            return new ListCheck(read, null, $"名单由平台未公布的密钥签名（密钥指纹 {heading.KeyFingerprint}），不可信。");
        }

        return !key.HeldAt(heading.SignedAt) || key.Algorithm != heading.Algorithm ? new ListCheck(read, key, "名单的签名时间不在该密钥的有效期内。")
            : !SignatureHolds(key, document, signature) ? new ListCheck(read, key, "名单的签名无效，内容可能被改动过。")
            : new ListCheck(read, key, null);
    }

    private bool SignatureHolds(PinnedKey key, string document, string signature)
    {
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length)
            && verifier.Verify(key.Algorithm, Convert.FromBase64String(key.PublicKey), Encoding.UTF8.GetBytes(document), bytes.AsSpan(0, length));
    }
}
