using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>Gives cases to experts, each case to each expert.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="Experts">The experts.</param>
/// <param name="LastDay">Last day in Beijing on which the assessment is in time.</param>
public sealed record AssignExperts(IReadOnlyCollection<DeclarationId> Cases, IReadOnlyCollection<UserId> Experts, DateOnly? LastDay)
{
    /// <summary>The panels that the officer had before them (<see cref="SeenStamps.OfPanel"/>), by case; a case that was not shown is left out.</summary>
    public IReadOnlyDictionary<DeclarationId, string> Seen { get; init; } = new Dictionary<DeclarationId, string>();
}

/// <summary>Why one case was left out.</summary>
public sealed record AssignmentSkip(string CaseNumber, string ExpertName, string Reason);

/// <summary>What was assigned, and what was left out with the reason.</summary>
public sealed record AssignmentReport(int Assigned, IReadOnlyList<AssignmentSkip> Skipped);

/// <summary>Assigns experts; one who prepared a case, or is or was tied to its unit, is left out (<see cref="FourEyesRule"/>).</summary>
public sealed class AssignExpertsHandler(PortalDbContext db, ProcessRunner runner, FourEyesReader fourEyes, TimeProvider clock)
{
    private static readonly (string Code, string Name, string Detail)[] Criteria =
    [
        ("credibility", "数据可信度", "数据来源、计量与佐证材料是否一致、可追溯"),
        ("advancement", "先进性", "工艺、装备和管理在同行业中的水平"),
        ("exemplarity", "示范性", "做法是否可复制、可推广"),
    ];

    private const decimal CriterionMaximum = 10;

    /// <summary>Advisory points of all criteria together.</summary>
    internal static decimal CriteriaMaximum => Criteria.Length * CriterionMaximum;

    /// <summary>Assigns.</summary>
    public async Task<Result<AssignmentReport>> HandleAsync(AssignExperts input, CancellationToken cancellation)
    {
        if (input.Cases.Count == 0 || input.Experts.Count == 0)
        {
            return AssessmentErrors.NothingChosen;
        }

        if (input.LastDay is not { } day || TypedMoment.EndOf(day) <= clock.GetUtcNow())
        {
            return AssessmentErrors.DueInPast;
        }

        return await runner.RunAsync<AssignmentReport>(
            ProcessKind.AssignExperts, null, process => AssignAsync(process, input, TypedMoment.EndOf(day), cancellation), cancellation);
    }

    private async Task<Result<AssignmentReport>> AssignAsync(RunningProcess process, AssignExperts input, DateTimeOffset dueAt, CancellationToken cancellation)
    {
        var cases = await db.Declarations.Where(row => input.Cases.Contains(row.Id)).OrderBy(row => row.CaseNumber).ToListAsync(cancellation);
        var experts = await db.Memberships.AsNoTracking().Where(row => input.Experts.Contains(row.UserId) && row.EndedAt == null && row.Role == Role.Expert).ToListAsync(cancellation);
        if (experts.Count != input.Experts.Count)
        {
            return AssessmentErrors.NotAnExpert;
        }

        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('panels', 0))", cancellation);
        var standing = await db.ExpertAssignments.Where(row => input.Cases.Contains(row.DeclarationId)).Select(row => new { row.DeclarationId, row.ExpertId, row.State }).ToListAsync(cancellation);
        var changed = cases.Where(row => input.Seen.TryGetValue(row.Id, out var seen)
            && seen != SeenStamps.OfPanel(standing.Where(one => one.DeclarationId == row.Id).Select(one => (one.ExpertId, one.State)))).Select(row => row.CaseNumber).ToList();
        if (changed.Count > 0)
        {
            return AssessmentErrors.PanelChangedMeanwhile(string.Join("、", changed));
        }

        await EnsureGroundAsync(db, process, [.. cases.Select(row => row.CampaignId).Distinct()], cancellation);
        var organisations = cases.Select(row => row.OrganisationId).ToList();
        var names = await db.Organisations.Where(row => organisations.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        var involved = new HashSet<(UserId, DeclarationId)>();
        foreach (var expert in input.Experts)
        {
            involved.UnionWith((await fourEyes.InvolvedAsync(expert, Desk.Experts, [.. cases.Select(row => row.Id)], cancellation)).Select(id => (expert, id)));
        }

        var skipped = new List<AssignmentSkip>();
        var assigned = 0;
        foreach (var (declaration, expert) in cases.SelectMany(declaration => experts.Select(expert => (declaration, expert))))
        {
            var obstacle = declaration.State is not CaseState.Compliant || declaration.Purpose is not DeclarationPurpose.NewEntry ? "案件不在专家评审环节"
                : standing.Any(row => row.DeclarationId == declaration.Id && row.ExpertId == expert.UserId) ? "已分配过该专家"
                : involved.Contains((expert.UserId, declaration.Id)) ? "该专家经办过该案件，或与申报单位有（过）关联"
                : null;
            if (obstacle is not null)
            {
                skipped.Add(new AssignmentSkip(declaration.CaseNumber, expert.PersonName, obstacle));
                continue;
            }

            db.Add(ExpertAssignment.Create(
                new ExpertAssignmentId(process.NewId()), declaration, names[declaration.OrganisationId], expert.UserId, expert.PersonName, dueAt, process.Now));
            process.Record(EventKind.ExpertAssigned, declaration, $"分配专家 {expert.PersonName} 评审");
            assigned++;
        }

        return new AssignmentReport(assigned, skipped);
    }

    /// <summary>A campaign without criteria or a rule of its own gets the usual ones with its first assignment; from then on the rule stays.</summary>
    internal static async Task EnsureGroundAsync(PortalDbContext db, RunningProcess process, IReadOnlyList<CampaignId> campaigns, CancellationToken cancellation)
    {
        foreach (var campaign in await db.Campaigns.Where(row => campaigns.Contains(row.Id) && !db.AssessmentCriteria.Any(c => c.CampaignId == row.Id)).ToListAsync(cancellation))
        {
            db.AddRange(CriteriaOf(process, campaign));
        }

        db.AddRange((await db.Campaigns.Where(row => campaigns.Contains(row.Id) && !db.AssessmentRules.Any(rule => rule.CampaignId == row.Id)).ToListAsync(cancellation))
            .Select(AssessmentRule.Usual));
    }

    /// <summary>What every panel of a campaign assesses besides the indicators.</summary>
    internal static IEnumerable<AssessmentCriterion> CriteriaOf(RunningProcess process, Campaign campaign) => Criteria.Select((row, index) => AssessmentCriterion.Create(
        new AssessmentCriterionId(process.NewId()), campaign, row.Code, row.Name, row.Detail, CriterionMaximum, index + 1));
}
