using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Evidence;

/// <summary>Where a municipality's files are kept.</summary>
internal static class EvidenceFolder
{
    /// <summary>The folder of a municipality.</summary>
    public static async Task<MunicipalityFolder> OfAsync(PortalDbContext db, MunicipalityId municipality, CancellationToken cancellation) =>
        new(await db.Municipalities.Where(row => row.Id == municipality).Select(row => row.Code).FirstAsync(cancellation));
}
