using System.Collections.Concurrent;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Compiled rule sets by content hash; shared by all requests, for a published document never changes.</summary>
public sealed class CompiledRuleSetCache
{
    private readonly ConcurrentDictionary<string, CompiledRuleSet> sets = new();

    /// <summary>The compiled set of a hash, compiling the document the first time.</summary>
    /// <exception cref="InvalidDataException">The document does not have the hash it is stored under: the store was tampered with.</exception>
    public CompiledRuleSet Get(string contentHash, Func<string> document) => sets.GetOrAdd(contentHash, hash =>
    {
        var compiled = CompiledRuleSet.Compile(RuleSetReader.Read(document()).RuleSet!);
        return compiled.ContentHash == hash ? compiled : throw new InvalidDataException($"Rule set stored under {hash} has the hash {compiled.ContentHash}.");
    });

    /// <summary>Whether a set of this hash is compiled already.</summary>
    public bool Contains(string contentHash) => sets.ContainsKey(contentHash);
}

/// <summary>Reads the rule set that scores a case.</summary>
public sealed class RuleSetOfCaseReader(PortalDbContext db, CompiledRuleSetCache cache)
{
    /// <summary>The compiled set of a library version; at most two queries, one once the set is cached.</summary>
    public async Task<CompiledRuleSet> ReadAsync(RuleSetVersionId version, CancellationToken cancellation) => (await ReadAsync([version], cancellation))[version];

    /// <summary>The compiled sets of several library versions; at most two queries, one once they are cached.</summary>
    public async Task<IReadOnlyDictionary<RuleSetVersionId, CompiledRuleSet>> ReadAsync(IReadOnlyCollection<RuleSetVersionId> versions, CancellationToken cancellation)
    {
        var hashes = await db.RuleSetVersions.Where(row => versions.Contains(row.Id)).Select(row => new { row.Id, row.ContentHash }).ToListAsync(cancellation);
        var wanted = hashes.Where(row => !cache.Contains(row.ContentHash)).Select(row => row.Id).ToList();
        var documents = wanted.Count == 0
            ? []
            : await db.RuleSetVersions.Where(row => wanted.Contains(row.Id)).Select(row => new { row.Id, row.Document }).ToDictionaryAsync(row => row.Id, row => row.Document, cancellation);
        return hashes.ToDictionary(row => row.Id, row => cache.Get(row.ContentHash, () => documents[row.Id]));
    }
}
