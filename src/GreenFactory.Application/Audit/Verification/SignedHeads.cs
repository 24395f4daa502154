using GreenFactory.Application.Ports.Signing;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Transparency;

namespace GreenFactory.Application.Audit.Verification;

/// <summary>Heads of one municipality's log that a pinned key signed, by their sizes.</summary>
public sealed class SignedHeads(string municipality, IReadOnlyList<PinnedKey> trusted, ISignatureVerifier verifier)
{
    private readonly Dictionary<long, List<(string Where, byte[] Root)>> bySize = [];
    private readonly List<AuditFinding> findings = [];

    /// <summary>Heads that could not be believed.</summary>
    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>Number of heads that a pinned key signed.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a head in; one of another municipality's log is passed over.</summary>
    public void Add(KeptCheckpoint kept)
    {
        if (!SignedNote.TryRead(kept.Note, out var note) || !Checkpoint.TryRead(note.Text, out var checkpoint))
        {
            findings.Add(new AuditFinding(municipality, "head", $"{kept.Where} is no signed head of a log."));
            return;
        }

        var keys = trusted.Where(key => key.Use is SigningPurpose.EventLog && key.Name == checkpoint.Origin).ToList();
        if (keys.Count > 0 && keys.TrueForAll(key => key.Municipality != municipality))
        {
            return;
        }

        if (!keys.Exists(key => key.Municipality == municipality && Signed(key, note)))
        {
            findings.Add(new AuditFinding(municipality, "head", $"{kept.Where} is not signed by a pinned key of the log (origin {checkpoint.Origin})."));
            return;
        }

        Count++;
        if (!bySize.TryGetValue(checkpoint.Size, out var same))
        {
            bySize[checkpoint.Size] = same = [];
        }

        same.Add((kept.Where, checkpoint.Root));
    }

    /// <summary>Holds the heads of one size against the log at that size.</summary>
    public void Compare(long size, Func<byte[]> root)
    {
        foreach (var (where, signed) in bySize.GetValueOrDefault(size) ?? [])
        {
            if (!signed.AsSpan().SequenceEqual(root()))
            {
                findings.Add(new AuditFinding(municipality, "head", $"The log is not the one whose head was signed at {size} events ({where}): it was rewritten before that event."));
            }
        }
    }

    /// <summary>Finds heads over more events than the log has now.</summary>
    public void CompareEnd(long size)
    {
        foreach (var (signed, heads) in bySize.Where(head => head.Key > size))
        {
            findings.Add(new AuditFinding(municipality, "head", $"The log has {size} events, but a head over {signed} was signed ({heads[0].Where}): its end was cut off."));
        }
    }

    private bool Signed(PinnedKey key, SignedNote note) =>
        verifier.NoteKeyOf(Convert.FromBase64String(key.PublicKey)) is { } publicKey
        && note.Signatures.Any(signature => signature.Name == key.Name && signature.KeyHash == new NoteKey(key.Name!, publicKey).Hash
            && verifier.Verify(key.Algorithm, Convert.FromBase64String(key.PublicKey), note.Message(), signature.Signature));
}
