using GreenFactory.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Data;

public sealed partial class PortalDbContext
{
    /// <summary>Rulings of the compliance check.</summary>
    public DbSet<ComplianceRuling> ComplianceRulings => Set<ComplianceRuling>();

    /// <summary>Criteria of the experts' overall assessment.</summary>
    public DbSet<AssessmentCriterion> AssessmentCriteria => Set<AssessmentCriterion>();

    /// <summary>Cases assigned to experts.</summary>
    public DbSet<ExpertAssignment> ExpertAssignments => Set<ExpertAssignment>();

    /// <summary>Points given by experts.</summary>
    public DbSet<ExpertMark> ExpertMarks => Set<ExpertMark>();

    /// <summary>What the experts' marks do, one for each campaign.</summary>
    public DbSet<AssessmentRule> AssessmentRules => Set<AssessmentRule>();

    /// <summary>How panels were closed.</summary>
    public DbSet<PanelConclusion> PanelConclusions => Set<PanelConclusion>();

    /// <summary>Quotas of the rankings.</summary>
    public DbSet<SelectionQuota> SelectionQuotas => Set<SelectionQuota>();

    /// <summary>Decisions on the shortlist.</summary>
    public DbSet<SelectionDecision> SelectionDecisions => Set<SelectionDecision>();
}
