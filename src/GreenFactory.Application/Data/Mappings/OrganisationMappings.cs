using GreenFactory.Domain.Municipalities;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.ToTable("municipality");
        builder.HasIndex(municipality => municipality.Code).IsUnique();
        builder.HasIndex(municipality => municipality.Host).IsUnique();
    }
}

internal sealed class DistrictMapping : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> builder)
    {
        builder.ToTable("district");
        builder.HasIndex(district => new { district.MunicipalityId, district.Name }).IsUnique();
    }
}

internal sealed class DepartmentMapping : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("department");
        builder.HasIndex(department => new { department.DistrictId, department.Kind }).IsUnique();
        builder.HasOne<District>().WithMany().HasForeignKey(department => department.DistrictId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisation");
        builder.HasIndex(organisation => new { organisation.MunicipalityId, organisation.CreditCode, organisation.Site }).IsUnique();
        builder.HasOne<District>().WithMany().HasForeignKey(organisation => organisation.DistrictId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrganisationClaimMapping : IEntityTypeConfiguration<OrganisationClaim>
{
    public void Configure(EntityTypeBuilder<OrganisationClaim> builder)
    {
        builder.ToTable("organisation_claim");
        builder.HasIndex(claim => new { claim.DistrictId, claim.State });
        builder.HasIndex(claim => new { claim.UserId, claim.CreditCode, claim.Site }).IsUnique().HasFilter("state = 'Pending'");
        builder.HasOne<District>().WithMany().HasForeignKey(claim => claim.DistrictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(claim => claim.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("membership");
        builder.HasIndex(membership => membership.UserId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(membership => membership.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(membership => membership.DistrictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(membership => membership.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
