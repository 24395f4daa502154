using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class CaseNumberCounterMapping : IEntityTypeConfiguration<CaseNumberCounter>
{
    public void Configure(EntityTypeBuilder<CaseNumberCounter> builder)
    {
        builder.ToTable("case_number_counter");
        builder.HasKey(counter => new { counter.MunicipalityId, counter.Prefix });
        builder.Property(counter => counter.Prefix).HasMaxLength(20);
    }
}
