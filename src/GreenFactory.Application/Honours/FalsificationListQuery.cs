using GreenFactory.Application.Data;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A finding with its case.</summary>
public sealed record FalsificationLine(FalsificationFinding Finding, string CaseNumber, string OrganisationName);

/// <summary>Reads findings of falsification, the latest first, and opens their proof. One query each.</summary>
public sealed class FalsificationListQuery(PortalDbContext db, CheckedFiles files)
{
    /// <summary>Findings of a page.</summary>
    public const int PageSize = 20;

    /// <summary>A page, and one more row where there is a next.</summary>
    public async Task<IReadOnlyList<FalsificationLine>> ListAsync(int after, CancellationToken cancellation) =>
        await db.FalsificationFindings.AsNoTracking().OrderByDescending(row => row.RecordedAt).ThenBy(row => row.Id).Skip(Math.Max(after, 0)).Take(PageSize + 1)
            .Select(row => new FalsificationLine(
                row,
                db.Declarations.Where(declaration => declaration.Id == row.DeclarationId).Select(declaration => declaration.CaseNumber).First(),
                db.Organisations.Where(organisation => db.Declarations.Any(declaration => declaration.Id == row.DeclarationId && declaration.OrganisationId == organisation.Id)).Select(organisation => organisation.Name).First()))
            .ToListAsync(cancellation);

    /// <summary>The proof of a finding; null when there is none for this person.</summary>
    public async Task<OpenedFile?> OpenAsync(FalsificationFindingId id, CancellationToken cancellation) =>
        await db.FalsificationFindings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } finding
            ? await files.OpenAsync(finding.PaperHash, finding.PaperName, finding.PaperMediaType, cancellation)
            : null;
}
