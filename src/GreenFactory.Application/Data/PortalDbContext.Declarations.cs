using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Data;

public sealed partial class PortalDbContext
{
    /// <summary>Running numbers of cases.</summary>
    public DbSet<CaseNumberCounter> CaseNumberCounters => Set<CaseNumberCounter>();
}
