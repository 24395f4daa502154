using GreenFactory.Application.Data;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Opens the documents beside a proposal, for whoever sees the proposal. One query.</summary>
public sealed class RemovalPaperReader(PortalDbContext db, CheckedFiles files)
{
    /// <summary>The document; null when there is none for this person.</summary>
    public async Task<OpenedFile?> OpenAsync(RemovalPaperId id, CancellationToken cancellation) =>
        await db.RemovalPapers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } paper
            ? await files.OpenAsync(paper.ContentHash, paper.FileName, paper.MediaType, cancellation)
            : null;
}
