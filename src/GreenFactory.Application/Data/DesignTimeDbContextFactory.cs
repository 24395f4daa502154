using GreenFactory.Application.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GreenFactory.Application.Data;

/// <summary>Lets the migration tool build the model without a server.</summary>
public sealed class DesignTimeDbContextFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    /// <inheritdoc/>
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalDataServices.Configure(options, "Host=localhost;Database=design");
        return new PortalDbContext(options.Options, new CurrentAccess());
    }
}
