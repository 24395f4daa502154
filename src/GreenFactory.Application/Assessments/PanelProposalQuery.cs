using System.Globalization;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>A case of a proposal.</summary>
/// <param name="Experts">The experts proposed, by name.</param>
/// <param name="Shortage">Why it lacks experts; null where it has all it needs.</param>
public sealed record ProposedPanel(DeclarationId Declaration, string CaseNumber, string OrganisationName, IReadOnlyList<string> Experts, string? Shortage);

/// <summary>What one expert would work on.</summary>
public sealed record ProposedLoad(UserId Expert, string Name, int Open, int Proposed);

/// <summary>A proposal as the officer sees it.</summary>
/// <param name="Stamp">What the proposal says, as one short text: it is sent back with the confirmation.</param>
public sealed record PanelProposalPage(PanelProposal Proposal, IReadOnlyList<ProposedPanel> Panels, IReadOnlyList<ProposedLoad> Loads, string Stamp);

/// <summary>
/// Proposes panels for the cases of one campaign that have fewer experts than its rule needs. Known conflicts are left out before: whoever prepared the case or is or was tied to
/// its unit, whoever declared a conflict with the unit in any campaign, and whoever was assigned to the case already. Six queries and one for each expert.
/// </summary>
public sealed class PanelProposalQuery(PortalDbContext db, AssessmentRuleReader rules, FourEyesReader fourEyes)
{
    /// <summary>Proposes.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cap">Most cases on which one expert works at a time, other campaigns included.</param>
    /// <param name="seed">Decides between what is equal.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<PanelProposalPage> ReadAsync(CampaignId campaign, int cap, int seed, CancellationToken cancellation)
    {
        var rule = await rules.ReadAsync(campaign, cancellation);
        var cases = await db.Declarations.Where(row => row.CampaignId == campaign && row.State == CaseState.Compliant && row.Purpose == DeclarationPurpose.NewEntry).OrderBy(row => row.CaseNumber)
            .Select(row => new { row.Id, row.CaseNumber, row.OrganisationId, Organisation = db.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Name).First() }).ToListAsync(cancellation);
        var experts = (await db.Memberships.Where(row => row.Role == Role.Expert && row.EndedAt == null).OrderBy(row => row.PersonName)
            .Select(row => new { row.UserId, row.PersonName }).ToListAsync(cancellation)).DistinctBy(row => row.UserId).ToList();
        var assigned = await db.ExpertAssignments.Where(row => row.CampaignId == campaign).Select(row => new { row.DeclarationId, row.ExpertId, row.State }).ToListAsync(cancellation);
        var open = await db.ExpertAssignments.Where(row => row.State == AssignmentState.Assigned || row.State == AssignmentState.Reviewing).GroupBy(row => row.ExpertId)
            .Select(row => new { row.Key, Count = row.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        var conflicts = await db.ExpertAssignments.Where(row => row.State == AssignmentState.Conflicted)
            .Select(row => new { row.ExpertId, Organisation = db.Declarations.Where(one => one.Id == row.DeclarationId).Select(one => one.OrganisationId).First() }).ToListAsync(cancellation);
        var barred = assigned.Select(row => (row.ExpertId, row.DeclarationId)).ToHashSet();
        barred.UnionWith(from conflict in conflicts from one in cases where one.OrganisationId == conflict.Organisation select (conflict.ExpertId, one.Id));
        foreach (var expert in experts)
        {
            barred.UnionWith((await fourEyes.InvolvedAsync(expert.UserId, Desk.Experts, [.. cases.Select(row => row.Id)], cancellation)).Select(id => (expert.UserId, id)));
        }

        var active = assigned.Where(row => row.State is not AssignmentState.Conflicted).ToLookup(row => row.DeclarationId);
        var needing = cases.Select(row => new CaseToPlan(row.Id, row.CaseNumber, rule.RequiredReviews - active[row.Id].Count())).Where(row => row.Needed > 0).ToList();
        var proposal = PanelPlan.Propose(needing, [.. experts.Select(row => new ExpertToPlan(row.UserId, open.GetValueOrDefault(row.UserId)))], barred, cap, seed);
        var names = experts.ToDictionary(row => row.UserId, row => row.PersonName);
        var reviews = proposal.Reviews.ToLookup(row => row.Declaration);
        var shortages = proposal.Shortages.ToDictionary(row => row.Declaration);
        return new PanelProposalPage(
            proposal,
            [.. from need in needing join row in cases on need.Declaration equals row.Id
                select new ProposedPanel(row.Id, row.CaseNumber, row.Organisation, [.. reviews[row.Id].Select(one => names[one.Expert])], shortages.TryGetValue(row.Id, out var lack) ? InWords(lack, need.Needed, cap) : null)],
            [.. experts.Select(row => new ProposedLoad(row.UserId, row.PersonName, open.GetValueOrDefault(row.UserId), proposal.Reviews.Count(one => one.Expert == row.UserId)))],
            StampOf(proposal));
    }

    private static string StampOf(PanelProposal proposal) =>
        ContentHashing.Sha256Hex([.. proposal.Reviews.Select(row => $"{row.Declaration.Value}:{row.Expert.Value}")]);

    private static string InWords(PlanShortage lack, int needed, int cap) => lack.Eligible < needed
        ? string.Create(CultureInfo.InvariantCulture, $"还缺 {lack.Missing} 名：除去应回避和已分配过的，可评的专家只有 {lack.Eligible} 名。请增加专家。")
        : string.Create(CultureInfo.InvariantCulture, $"还缺 {lack.Missing} 名：可评的 {lack.Eligible} 名专家都已达到每人 {cap} 件的上限。请提高上限或增加专家。");
}
