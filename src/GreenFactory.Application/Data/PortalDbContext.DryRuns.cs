using GreenFactory.Domain.RuleLibrary;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Data;

/// <content>Dry runs of rule-set versions.</content>
public sealed partial class PortalDbContext
{
    /// <summary>Dry runs.</summary>
    public DbSet<DryRun> DryRuns => Set<DryRun>();

    /// <summary>Submissions of dry runs.</summary>
    public DbSet<DryRunRow> DryRunRows => Set<DryRunRow>();
}
