using GreenFactory.Application.Data;
using GreenFactory.Domain.RuleLibrary;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.PublicSite;

/// <summary>The document of a published rule set.</summary>
/// <param name="Document">The canonical JSON that the hash is of.</param>
/// <param name="ContentHash">SHA-256 of it, in hexadecimal.</param>
/// <param name="State">In force or retired.</param>
/// <param name="PublishedAt">When it was published.</param>
public sealed record RuleSetDocument(string Document, string ContentHash, RuleSetState State, DateTimeOffset? PublishedAt);

/// <summary>Reads the document of one published rule set. One query.</summary>
public sealed class RuleSetDocumentQuery(PortalDbContext db)
{
    /// <summary>The document, or null when no such version is published.</summary>
    public Task<RuleSetDocument?> RunAsync(string ruleSetId, string version, CancellationToken cancellation) =>
        db.RuleSetVersions
            .Where(row => row.RuleSetId == ruleSetId && row.Version == version && (row.State == RuleSetState.Published || row.State == RuleSetState.Retired))
            .OrderByDescending(row => row.PublishedAt)
            .Select(row => new RuleSetDocument(row.Document, row.ContentHash, row.State, row.PublishedAt))
            .FirstOrDefaultAsync(cancellation);
}
