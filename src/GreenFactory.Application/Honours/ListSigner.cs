using System.Text;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Application.Honours;

/// <summary>A list that is to be signed.</summary>
/// <param name="Kind">Kind of document, a word of <see cref="SignedDocument"/>.</param>
/// <param name="Title">Title.</param>
/// <param name="Year">Year of the campaign.</param>
/// <param name="More">What only this kind of list has.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Differences">Explained differences and removals.</param>
public sealed record ListToSign(
    string Kind, string Title, int Year, IReadOnlyDictionary<string, string> More, IReadOnlyList<ListedRow> Rows, IReadOnlyList<ListedDifference> Differences);

/// <summary>Signs lists with the municipality's pinned key; root, key and head of the log of events are part of what is signed.</summary>
public sealed class ListSigner(SigningKeyRing ring, EventLogHeadSigner heads)
{
    /// <summary>Signs a list inside the running process.</summary>
    public async Task<Result<SealedList>> SignAsync(RunningProcess process, ListToSign list, CancellationToken cancellation)
    {
        var ready = await ring.ReadyAsync(SigningPurpose.Lists, process.Now, cancellation);
        if (!ready.Succeeded)
        {
            return Result<SealedList>.Failure(ready.Errors);
        }

        var pin = ready.Value.Pin;
        var heading = new SignedHeading(
            list.Kind, list.Title, list.Year, pin.Municipality, ChinaTime.Of(process.Now), pin.Algorithm, pin.Fingerprint, await heads.SignAsync(process.Now, cancellation), list.More);
        var signed = SignedDocument.Of(heading, list.Rows, list.Differences);
        var document = signed.Canonical();
        var signature = ring.Sign(ready.Value, Encoding.UTF8.GetBytes(document));
        return signature.Succeeded
            ? new SealedList(document, CanonicalJson.Hash(document), signed.MerkleRoot, Convert.ToBase64String(signature.Value), pin.Pem)
            : Result<SealedList>.Failure(signature.Errors);
    }
}
