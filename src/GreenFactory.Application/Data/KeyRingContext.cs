using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Data;

/// <summary>
/// The keys that protect cookies and secrets, over the role of background work: a request that could add a key of its own could make itself any cookie. The table is
/// part of <see cref="PortalDbContext"/>, which migrates it.
/// </summary>
public sealed class KeyRingContext(DbContextOptions<KeyRingContext> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
}
