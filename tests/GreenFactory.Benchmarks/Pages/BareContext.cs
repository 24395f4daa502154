using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Benchmarks.Pages;

/// <summary>The store of <see cref="BareApp"/>.</summary>
internal sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options)
{
    public DbSet<BareRow> Rows => Set<BareRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<BareRow>().ToTable("bare_row");
}

/// <summary>A row of its one list.</summary>
internal sealed class BareRow
{
    public int Id { get; init; }

    public required string Name { get; set; }

    public required string Number { get; init; }

    public required string State { get; init; }
}
