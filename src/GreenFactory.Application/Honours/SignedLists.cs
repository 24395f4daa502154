using System.Collections.Concurrent;
using GreenFactory.Domain.Shared;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Application.Honours;

/// <summary>
/// Signed lists that were found to hold, kept in memory so that a page over many of them does not read and verify megabytes each time. What is kept
/// was verified under a pinned key; a list that does not hold is never kept and is looked at again.
/// </summary>
public sealed partial class SignedLists(ILogger<SignedLists> logger)
{
    private readonly ConcurrentDictionary<Guid, (string Seal, ListCheck Check)> held = [];
    private readonly ConcurrentDictionary<MunicipalityId, SignedRegister> registers = [];
    private readonly ConcurrentDictionary<string, bool> told = [];

    /// <summary>The kept check of a list whose hash, root and signature are these; null when it must be verified.</summary>
    internal ListCheck? Find(Guid id, string seal) => held.TryGetValue(id, out var kept) && kept.Seal == seal ? kept.Check : null;

    /// <summary>Keeps a check that holds.</summary>
    internal ListCheck Keep(Guid id, string seal, ListCheck check)
    {
        if (check.Holds)
        {
            held[id] = (seal, check);
        }

        return check;
    }

    /// <summary>The index over a municipality's publications, made again only when one of them is another than before.</summary>
    internal SignedRegister Register(MunicipalityId municipality, string version, Func<SignedRegister> make) =>
        registers.TryGetValue(municipality, out var kept) && kept.Version == version ? kept : registers[municipality] = make();

    /// <summary>Logs what of the tables is not what was signed, the same words once.</summary>
    internal void Alarm(string subject, IReadOnlyList<string> faults)
    {
        var text = string.Join(' ', faults);
        if (told.TryAdd($"{subject}\n{text}", true))
        {
            NotSigned(subject, text);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Subject} is not what was signed: {Faults} What was signed is shown. Run 'gf audit verify'.")]
    private partial void NotSigned(string subject, string faults);
}
