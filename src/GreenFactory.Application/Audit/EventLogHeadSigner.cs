using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Signing;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Transparency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Application.Audit;

/// <summary>Size and root of a municipality's log of events, as the database keeps them.</summary>
public sealed record EventLogHead(long Size, string Root);

/// <summary>
/// Signs the present head of the municipality's log of events as a checkpoint, so that whatever carries it bears witness to all events
/// before it.
/// </summary>
public sealed partial class EventLogHeadSigner(
    PortalDbContext db, CurrentAccess access, SigningKeyRing ring, ISignatureVerifier verifier, ILogger<EventLogHeadSigner> logger)
{
    /// <summary>The present head as a signed note; empty where no log key can sign, which is logged and holds nobody up.</summary>
    public async Task<string> SignAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var municipality = access.Scope.Municipality.Value;
        var head = (await db.Database.SqlQuery<EventLogHead>($"select size as \"Size\", root as \"Root\" from gf.log_head({municipality})").ToListAsync(cancellation)).Single();
        return await SignAsync(head.Size, Convert.FromHexString(head.Root), now, cancellation) ?? "";
    }

    /// <summary>A head as a signed note; null where no log key can sign.</summary>
    public async Task<string?> SignAsync(long size, byte[] root, DateTimeOffset now, CancellationToken cancellation)
    {
        var ready = await ring.ReadyAsync(SigningPurpose.EventLog, now, cancellation);
        if (ready.Succeeded && ready.Value.Pin is { Name: { } origin } pin && verifier.NoteKeyOf(Convert.FromBase64String(pin.PublicKey)) is { } publicKey)
        {
            var note = new SignedNote(new Checkpoint(origin, size, root).Text, []);
            var signature = ring.Sign(ready.Value, note.Message());
            if (signature.Succeeded)
            {
                return (note with { Signatures = [new NoteSignature(origin, new NoteKey(origin, publicKey).Hash, signature.Value)] }).Write();
            }
        }

        NoHead();
        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The head of the log of events could not be signed: no pinned key for EventLog signs here.")]
    private partial void NoHead();
}
