using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class DeclarationMapping : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> builder)
    {
        builder.ToTable("declaration");
        builder.HasIndex(declaration => new { declaration.CampaignId, declaration.OrganisationId }).IsUnique().HasFilter("state <> 'Withdrawn'");
        builder.HasIndex(declaration => new { declaration.MunicipalityId, declaration.CaseNumber }).IsUnique();
        builder.HasIndex(declaration => new { declaration.DistrictId, declaration.State });
        builder.HasIndex(declaration => new { declaration.MunicipalityId, declaration.State });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(declaration => declaration.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(declaration => declaration.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(declaration => declaration.DistrictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RuleSetVersion>().WithMany().HasForeignKey(declaration => declaration.RuleSetVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnswerSectionMapping : IEntityTypeConfiguration<AnswerSection>
{
    public void Configure(EntityTypeBuilder<AnswerSection> builder)
    {
        builder.ToTable("answer_section");
        builder.HasKey(section => new { section.DeclarationId, section.SectionCode });
        builder.Property(section => section.Answers).HasColumnType("jsonb");
    }
}

internal sealed class EvidenceFileMapping : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.ToTable("evidence_file");
        builder.HasIndex(file => new { file.DeclarationId, file.SubjectCode });
    }
}

internal sealed class FrozenScoreMapping : IEntityTypeConfiguration<FrozenScore>
{
    public void Configure(EntityTypeBuilder<FrozenScore> builder)
    {
        builder.ToTable("frozen_score");
        builder.HasIndex(score => new { score.DeclarationId, score.Party, score.Sequence }).IsUnique();
        builder.HasOne<RuleSetVersion>().WithMany().HasForeignKey(score => score.RuleSetVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SubmissionMapping : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("submission");
        builder.HasIndex(submission => new { submission.DeclarationId, submission.Sequence }).IsUnique();
        builder.HasIndex(submission => new { submission.MunicipalityId, submission.ReceiptNumber }).IsUnique();
        builder.HasOne<FrozenScore>().WithMany().HasForeignKey(submission => submission.FrozenScoreId).OnDelete(DeleteBehavior.Restrict);
    }
}
