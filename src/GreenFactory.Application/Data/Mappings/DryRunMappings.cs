using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.RuleLibrary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class DryRunMapping : IEntityTypeConfiguration<DryRun>
{
    public void Configure(EntityTypeBuilder<DryRun> builder)
    {
        builder.ToTable("dry_run");
        builder.HasIndex(run => new { run.VersionId, run.StartedAt });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(run => run.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RuleSetVersion>().WithMany().HasForeignKey(run => run.BaseVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RuleSetVersion>().WithMany().HasForeignKey(run => run.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DryRunRowMapping : IEntityTypeConfiguration<DryRunRow>
{
    public void Configure(EntityTypeBuilder<DryRunRow> builder)
    {
        builder.ToTable("dry_run_row");
        builder.HasKey(row => new { row.DryRunId, row.DeclarationId });
        builder.Property(row => row.Effects).HasColumnType("jsonb");
        builder.HasIndex(row => new { row.DryRunId, row.RankAfter });
        builder.HasOne<DryRun>().WithMany().HasForeignKey(row => row.DryRunId).OnDelete(DeleteBehavior.Restrict);
    }
}
