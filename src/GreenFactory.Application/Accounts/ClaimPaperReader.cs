using GreenFactory.Application.Data;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>Opens the documents of a claim for whoever sees the claim: its district, and those who oversee.</summary>
public sealed class ClaimPaperReader(PortalDbContext db, CheckedFiles files)
{
    /// <summary>The licence, or the proof of renaming; null when there is none or this person does not see the claim.</summary>
    public async Task<OpenedFile?> OpenAsync(OrganisationClaimId id, bool proof, CancellationToken cancellation)
    {
        if (await db.OrganisationClaims.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } claim)
        {
            return null;
        }

        return !proof ? await files.OpenAsync(claim.LicenceHash, claim.LicenceName, claim.LicenceMediaType, cancellation)
            : claim.ProofHash is { } hash ? await files.OpenAsync(hash, claim.ProofName!, claim.ProofMediaType!, cancellation)
            : null;
    }
}
