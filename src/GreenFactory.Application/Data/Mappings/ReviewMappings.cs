using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class IndicatorVerdictMapping : IEntityTypeConfiguration<IndicatorVerdict>
{
    public void Configure(EntityTypeBuilder<IndicatorVerdict> builder)
    {
        builder.ToTable("indicator_verdict");
        builder.Property(verdict => verdict.CorrectedInputs).HasColumnType("jsonb");
        builder.HasIndex(verdict => new { verdict.DeclarationId, verdict.IndicatorCode, verdict.Sequence }).IsUnique();
    }
}

internal sealed class CaseAllocationMapping : IEntityTypeConfiguration<CaseAllocation>
{
    public void Configure(EntityTypeBuilder<CaseAllocation> builder)
    {
        builder.ToTable("case_allocation");
        builder.HasKey(allocation => allocation.DeclarationId);
    }
}

internal sealed class EvidenceOpeningMapping : IEntityTypeConfiguration<EvidenceOpening>
{
    public void Configure(EntityTypeBuilder<EvidenceOpening> builder)
    {
        builder.ToTable("evidence_opening");
        builder.HasKey(opening => new { opening.EvidenceFileId, opening.UserId });
        builder.HasOne<EvidenceFile>().WithMany().HasForeignKey(opening => opening.EvidenceFileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChangeRequestMapping : IEntityTypeConfiguration<ChangeRequest>
{
    public void Configure(EntityTypeBuilder<ChangeRequest> builder)
    {
        builder.ToTable("change_request");
        builder.HasIndex(request => new { request.DeclarationId, request.Round }).IsUnique();
    }
}

internal sealed class ChangeRequestItemMapping : IEntityTypeConfiguration<ChangeRequestItem>
{
    public void Configure(EntityTypeBuilder<ChangeRequestItem> builder)
    {
        builder.ToTable("change_request_item");
        builder.HasIndex(item => new { item.ChangeRequestId, item.Position }).IsUnique();
        builder.HasOne<ChangeRequest>().WithMany().HasForeignKey(item => item.ChangeRequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SiteVisitMapping : IEntityTypeConfiguration<SiteVisit>
{
    public void Configure(EntityTypeBuilder<SiteVisit> builder)
    {
        builder.ToTable("site_visit");
        builder.HasIndex(visit => visit.DeclarationId).IsUnique();
    }
}

internal sealed class SiteVisitItemMapping : IEntityTypeConfiguration<SiteVisitItem>
{
    public void Configure(EntityTypeBuilder<SiteVisitItem> builder)
    {
        builder.ToTable("site_visit_item");
        builder.HasIndex(item => new { item.SiteVisitId, item.Position }).IsUnique();
        builder.HasOne<SiteVisit>().WithMany().HasForeignKey(item => item.SiteVisitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SiteVisitPhotoMapping : IEntityTypeConfiguration<SiteVisitPhoto>
{
    public void Configure(EntityTypeBuilder<SiteVisitPhoto> builder)
    {
        builder.ToTable("site_visit_photo");
        builder.HasOne<SiteVisit>().WithMany().HasForeignKey(photo => photo.SiteVisitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DepartmentOpinionMapping : IEntityTypeConfiguration<DepartmentOpinion>
{
    public void Configure(EntityTypeBuilder<DepartmentOpinion> builder)
    {
        builder.ToTable("department_opinion");
        builder.Ignore(opinion => opinion.IsHeard);
        builder.HasIndex(opinion => new { opinion.DeclarationId, opinion.DepartmentId }).IsUnique();
        builder.HasIndex(opinion => new { opinion.DepartmentId, opinion.State });
        builder.HasOne<District>().WithMany().HasForeignKey(opinion => opinion.DistrictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(opinion => opinion.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpinionVersionMapping : IEntityTypeConfiguration<OpinionVersion>
{
    public void Configure(EntityTypeBuilder<OpinionVersion> builder)
    {
        builder.ToTable("opinion_version");
        builder.HasIndex(version => new { version.DepartmentOpinionId, version.Sequence }).IsUnique();
        builder.HasOne<DepartmentOpinion>().WithMany().HasForeignKey(version => version.DepartmentOpinionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(version => version.DistrictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(version => version.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DistrictConclusionMapping : IEntityTypeConfiguration<DistrictConclusion>
{
    public void Configure(EntityTypeBuilder<DistrictConclusion> builder)
    {
        builder.ToTable("district_conclusion", table => table.HasCheckConstraint("ck_district_conclusion_place_has_reason", "(rank is null) = (rank_reason = '')"));
        builder.HasIndex(conclusion => conclusion.DeclarationId).IsUnique().HasFilter("withdrawn_at is null").HasDatabaseName("ix_district_conclusion_in_force");
        builder.HasIndex(conclusion => new { conclusion.DeclarationId, conclusion.ConcludedAt });
        builder.HasOne<FrozenScore>().WithMany().HasForeignKey(conclusion => conclusion.FrozenScoreId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DistrictPackMapping : IEntityTypeConfiguration<DistrictPack>
{
    public void Configure(EntityTypeBuilder<DistrictPack> builder)
    {
        builder.ToTable("district_pack");
        builder.HasIndex(pack => new { pack.CampaignId, pack.DistrictId, pack.Sequence }).IsUnique();
        builder.HasIndex(pack => new { pack.MunicipalityId, pack.ReceiptNumber }).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(pack => pack.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(pack => pack.DistrictId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DistrictPackRowMapping : IEntityTypeConfiguration<DistrictPackRow>
{
    public void Configure(EntityTypeBuilder<DistrictPackRow> builder)
    {
        builder.ToTable("district_pack_row");
        builder.HasKey(row => new { row.DistrictPackId, row.DeclarationId });
        builder.HasOne<DistrictPack>().WithMany().HasForeignKey(row => row.DistrictPackId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FrozenScore>().WithMany().HasForeignKey(row => row.FrozenScoreId).OnDelete(DeleteBehavior.Restrict);
    }
}
