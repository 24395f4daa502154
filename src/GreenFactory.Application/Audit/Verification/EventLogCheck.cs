using System.Security.Cryptography;
using GreenFactory.Domain.Transparency;

namespace GreenFactory.Application.Audit.Verification;

/// <summary>
/// Walks over a log once: numbers without gaps, every hash again, the tree, and the signed heads at their sizes. The tree is built over what
/// the tables say, so a chain that was recomputed after a change is found by the heads.
/// </summary>
public sealed class EventLogCheck(string municipality, SignedHeads heads)
{
    private const int MostFindings = 20;
    private readonly HashTreeBuilder tree = new();
    private readonly List<AuditFinding> findings = [];
    private long expected = 1;
    private string previous = new('0', 64);

    /// <summary>Number of events.</summary>
    public long Size => tree.Size;

    /// <summary>Hash of the last event in the chain.</summary>
    public string LastHash => previous;

    /// <summary>Number the next event would have.</summary>
    public long Next => expected;

    /// <summary>What was found in the events; the first twenty.</summary>
    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>Root over the events so far.</summary>
    public byte[] Root() => tree.Root();

    /// <summary>Takes the next event in.</summary>
    public void Add(EventLogEntry entry)
    {
        heads.Compare(tree.Size, tree.Root);
        var leaf = entry.LeafHash();
        tree.Append(leaf);
        if (entry.Sequence != expected)
        {
            Report("gap", entry.Sequence > expected
                ? $"Events {expected} to {entry.Sequence - 1} are missing before event {entry.Sequence}."
                : $"Event {entry.Sequence} stands twice in the log.");
        }
        else if (entry.PreviousHash != previous)
        {
            Report("event", $"Event {entry.Sequence} does not follow the event before it: one of them was changed, moved or replaced.");
        }

        if (entry.ProcessMunicipalityId is null)
        {
            Report("event", $"The process {entry.ProcessId} of event {entry.Sequence} is gone: who did it, why and when is lost.");
        }
        else if (entry.Hash != Chain(entry.PreviousHash, leaf))
        {
            Report("event", $"Event {entry.Sequence} ({entry.Kind}, {entry.OccurredAt:u}) or its process {entry.ProcessId} was changed after it was recorded.");
        }

        previous = entry.Hash;
        expected = entry.Sequence + 1;
    }

    /// <summary>Ends the walk: heads over the whole log, and over more than there is.</summary>
    public void End()
    {
        heads.Compare(tree.Size, tree.Root);
        heads.CompareEnd(tree.Size);
    }

    private static string Chain(string previous, byte[] leaf) =>
        previous.Length == 64 && previous.All(char.IsAsciiHexDigit) ? Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(previous), .. leaf])) : "";

    private void Report(string kind, string message)
    {
        if (findings.Count < MostFindings)
        {
            findings.Add(new AuditFinding(municipality, kind, message));
        }
    }
}
