using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.RuleLibrary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class ComplianceRulingMapping : IEntityTypeConfiguration<ComplianceRuling>
{
    public void Configure(EntityTypeBuilder<ComplianceRuling> builder)
    {
        builder.ToTable("compliance_ruling");
        builder.HasKey(ruling => new { ruling.DeclarationId, ruling.Item });
    }
}

internal sealed class AssessmentCriterionMapping : IEntityTypeConfiguration<AssessmentCriterion>
{
    public void Configure(EntityTypeBuilder<AssessmentCriterion> builder)
    {
        builder.ToTable("assessment_criterion");
        builder.HasIndex(criterion => new { criterion.CampaignId, criterion.Code }).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(criterion => criterion.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExpertAssignmentMapping : IEntityTypeConfiguration<ExpertAssignment>
{
    public void Configure(EntityTypeBuilder<ExpertAssignment> builder)
    {
        builder.ToTable("expert_assignment");
        builder.HasIndex(assignment => new { assignment.DeclarationId, assignment.ExpertId }).IsUnique();
        builder.HasIndex(assignment => new { assignment.ExpertId, assignment.DueAt });
        builder.HasOne<AssessmentRule>().WithMany().HasForeignKey(assignment => assignment.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(assignment => assignment.CampaignId);
    }
}

internal sealed class AssessmentRuleMapping : IEntityTypeConfiguration<AssessmentRule>
{
    public void Configure(EntityTypeBuilder<AssessmentRule> builder)
    {
        builder.ToTable("assessment_rule", table => table.HasCheckConstraint("ck_assessment_rule_reviews", "required_reviews between case when method = 'TrimmedMean' then 3 else 1 end and 15"));
        builder.HasKey(rule => rule.CampaignId);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(rule => rule.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PanelConclusionMapping : IEntityTypeConfiguration<PanelConclusion>
{
    public void Configure(EntityTypeBuilder<PanelConclusion> builder)
    {
        builder.ToTable("panel_conclusion");
        builder.HasKey(conclusion => conclusion.DeclarationId);
    }
}

internal sealed class ExpertMarkMapping : IEntityTypeConfiguration<ExpertMark>
{
    public void Configure(EntityTypeBuilder<ExpertMark> builder)
    {
        builder.ToTable("expert_mark");
        builder.HasKey(mark => new { mark.AssignmentId, mark.Subject, mark.Code });
        builder.HasOne<ExpertAssignment>().WithMany().HasForeignKey(mark => mark.AssignmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SelectionQuotaMapping : IEntityTypeConfiguration<SelectionQuota>
{
    public void Configure(EntityTypeBuilder<SelectionQuota> builder)
    {
        builder.ToTable("selection_quota");
        builder.HasIndex(quota => new { quota.CampaignId, quota.RuleSetVersionId }).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(quota => quota.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RuleSetVersion>().WithMany().HasForeignKey(quota => quota.RuleSetVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SelectionDecisionMapping : IEntityTypeConfiguration<SelectionDecision>
{
    public void Configure(EntityTypeBuilder<SelectionDecision> builder)
    {
        builder.ToTable("selection_decision");
        builder.HasIndex(decision => new { decision.DeclarationId, decision.DecidedAt });
        builder.HasOne<Declaration>().WithMany().HasForeignKey(decision => decision.Freed).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(decision => decision.Freed).IsUnique().HasFilter("kind = 'MovedUp'").HasDatabaseName("ix_selection_decision_place_taken");
        builder.HasIndex(decision => decision.Freed);
    }
}
