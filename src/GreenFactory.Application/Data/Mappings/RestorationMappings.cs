using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class SecondFactorRestorationMapping : IEntityTypeConfiguration<SecondFactorRestoration>
{
    public void Configure(EntityTypeBuilder<SecondFactorRestoration> builder)
    {
        builder.ToTable("second_factor_restoration", table => table.HasCheckConstraint(
            "ck_second_factor_restoration_four_eyes",
            "started_by <> user_id and (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null or confirmed_by <> started_by and confirmed_by <> user_id and confirmed_at <= expires_at)"));
        builder.HasIndex(row => row.UserId).IsUnique().HasFilter("confirmed_at is null and closed_at is null");
        builder.HasIndex(row => new { row.MunicipalityId, row.StartedAt });
    }
}
