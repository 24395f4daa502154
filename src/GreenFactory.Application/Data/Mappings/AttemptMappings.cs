using GreenFactory.Application.Attempts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class AttemptCounterMapping : IEntityTypeConfiguration<AttemptCounter>
{
    public void Configure(EntityTypeBuilder<AttemptCounter> builder)
    {
        builder.ToTable("attempt_counter");
        builder.HasKey(counter => new { counter.MunicipalityId, counter.Door, counter.Subject });
        builder.Property(counter => counter.Subject).HasMaxLength(64);
        builder.HasIndex(counter => new { counter.MunicipalityId, counter.LastAt });
    }
}
