using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>A version in the library.</summary>
public sealed record RuleSetLine(
    RuleSetVersionId Id, string RuleSetId, string Version, string Title, OrganisationKind Kind, string Provenance, RuleSetState State, string DraftedByName, DateTimeOffset? PublishedAt, int Campaigns);

/// <summary>A page of the library.</summary>
/// <param name="Lines">The versions.</param>
/// <param name="Next">Begin the next page after this key; null on the last page.</param>
/// <param name="Drafts">Drafts and checked versions in the whole library, for they need somebody.</param>
public sealed record RuleSetLibraryPage(IReadOnlyList<RuleSetLine> Lines, string? Next, int Drafts);

/// <summary>Lists the library by identifier and version. Two queries.</summary>
public sealed class RuleSetLibraryQuery(PortalDbContext db)
{
    private const int Size = 30;
    private const char Between = '|';

    /// <summary>Lists a page.</summary>
    /// <param name="words">Part of identifier or title; null for all.</param>
    /// <param name="state">Only this state; null for all.</param>
    /// <param name="after">Key of the last line of the page before; null for the first page.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<RuleSetLibraryPage> ReadAsync(string? words, RuleSetState? state, string? after, CancellationToken cancellation)
    {
        var rows = db.RuleSetVersions.AsQueryable();
        if (!WrittenText.SaysNothing(words))
        {
            var part = WrittenText.Said(words);
            rows = rows.Where(row => row.Title.Contains(part) || row.RuleSetId.Contains(part));
        }

        if (state is { } wanted)
        {
            rows = rows.Where(row => row.State == wanted);
        }

        if (after?.Split(Between) is [var id, var version])
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.RuleSetId, row.Version), ValueTuple.Create(id, version)));
        }

        var lines = await rows.OrderBy(row => row.RuleSetId).ThenBy(row => row.Version).Take(Size + 1)
            .Select(row => new RuleSetLine(
                row.Id, row.RuleSetId, row.Version, row.Title, row.Kind, row.Provenance, row.State, row.DraftedByName, row.PublishedAt, db.CampaignRuleSets.Count(pin => pin.RuleSetVersionId == row.Id)))
            .ToListAsync(cancellation);
        var drafts = await db.RuleSetVersions.CountAsync(row => row.State == RuleSetState.Draft || row.State == RuleSetState.Checked, cancellation);
        var page = lines.Take(Size).ToList();
        return new RuleSetLibraryPage(page, lines.Count > Size ? $"{page[^1].RuleSetId}{Between}{page[^1].Version}" : null, drafts);
    }
}
