using GreenFactory.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Data;

/// <content>The district's review.</content>
public sealed partial class PortalDbContext
{
    /// <summary>Verdicts on indicators, with their history.</summary>
    public DbSet<IndicatorVerdict> IndicatorVerdicts => Set<IndicatorVerdict>();

    /// <summary>Which officer works on which case.</summary>
    public DbSet<CaseAllocation> CaseAllocations => Set<CaseAllocation>();

    /// <summary>Which officer was shown which file.</summary>
    public DbSet<EvidenceOpening> EvidenceOpenings => Set<EvidenceOpening>();

    /// <summary>Returns for correction.</summary>
    public DbSet<ChangeRequest> ChangeRequests => Set<ChangeRequest>();

    /// <summary>Items of returns for correction.</summary>
    public DbSet<ChangeRequestItem> ChangeRequestItems => Set<ChangeRequestItem>();

    /// <summary>On-site verifications.</summary>
    public DbSet<SiteVisit> SiteVisits => Set<SiteVisit>();

    /// <summary>Lines of their checklists.</summary>
    public DbSet<SiteVisitItem> SiteVisitItems => Set<SiteVisitItem>();

    /// <summary>Their photographs.</summary>
    public DbSet<SiteVisitPhoto> SiteVisitPhotos => Set<SiteVisitPhoto>();

    /// <summary>Opinions of the five departments.</summary>
    public DbSet<DepartmentOpinion> DepartmentOpinions => Set<DepartmentOpinion>();

    /// <summary>What the departments said, version by version.</summary>
    public DbSet<OpinionVersion> OpinionVersions => Set<OpinionVersion>();

    /// <summary>Conclusions of the district.</summary>
    public DbSet<DistrictConclusion> DistrictConclusions => Set<DistrictConclusion>();

    /// <summary>Sealed packs.</summary>
    public DbSet<DistrictPack> DistrictPacks => Set<DistrictPack>();

    /// <summary>Cases in sealed packs.</summary>
    public DbSet<DistrictPackRow> DistrictPackRows => Set<DistrictPackRow>();
}
