using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>Confirming a proposal of panels.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Cap">The cap it was made with.</param>
/// <param name="Seed">The seed it was made with.</param>
/// <param name="Seen">What it said (<see cref="PanelProposalPage.Stamp"/>).</param>
/// <param name="LastDay">Last day in Beijing on which an assessment is in time.</param>
public sealed record ConfirmPanels(CampaignId Campaign, int Cap, int Seed, string Seen, DateOnly? LastDay);

/// <summary>
/// Assigns what a proposal says. It is made again from its seed under the lock of panels: where it comes out otherwise than it was shown, nothing is assigned. Method, seed, cap and
/// hash of the proposal stand in the log, so that anybody can repeat it.
/// </summary>
public sealed class ConfirmPanelsHandler(PortalDbContext db, ProcessRunner runner, PanelProposalQuery proposals, TimeProvider clock)
{
    /// <summary>Most cases that a cap may allow one expert.</summary>
    public const int LargestCap = 200;

    /// <summary>Confirms.</summary>
    /// <returns>How many reviews were assigned.</returns>
    public async Task<Result<int>> HandleAsync(ConfirmPanels input, CancellationToken cancellation)
    {
        if (input.Cap is < 1 or > LargestCap)
        {
            return AssessmentErrors.CapOutOfRange(LargestCap);
        }

        if (input.LastDay is not { } day || TypedMoment.EndOf(day) <= clock.GetUtcNow())
        {
            return AssessmentErrors.DueInPast;
        }

        return await runner.RunAsync<int>(ProcessKind.AssignExperts, null, process => AssignAsync(process, input, TypedMoment.EndOf(day), cancellation), cancellation);
    }

    private async Task<Result<int>> AssignAsync(RunningProcess process, ConfirmPanels input, DateTimeOffset dueAt, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('panels', 0))", cancellation);
        if (await db.Campaigns.FirstOrDefaultAsync(row => row.Id == input.Campaign, cancellation) is not { } campaign)
        {
            return ProcessErrors.NotFound;
        }

        var page = await proposals.ReadAsync(campaign.Id, input.Cap, input.Seed, cancellation);
        if (page.Stamp != input.Seen)
        {
            return AssessmentErrors.ProposalChangedMeanwhile;
        }

        var reviews = page.Proposal.Reviews;
        if (reviews.Count == 0)
        {
            return AssessmentErrors.NothingProposed;
        }

        await AssignExpertsHandler.EnsureGroundAsync(db, process, [campaign.Id], cancellation);
        var ids = reviews.Select(row => row.Declaration).Distinct().ToList();
        var cases = await db.Declarations.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        var names = page.Loads.ToDictionary(row => row.Expert, row => row.Name);
        var units = page.Panels.ToDictionary(row => row.Declaration, row => row.OrganisationName);
        foreach (var review in reviews)
        {
            db.Add(ExpertAssignment.Create(
                new ExpertAssignmentId(process.NewId()), cases[review.Declaration], units[review.Declaration], review.Expert, names[review.Expert], dueAt, process.Now));
            process.Record(EventKind.ExpertAssigned, cases[review.Declaration], $"分配专家 {names[review.Expert]} 评审");
        }

        process.Record(
            EventKind.PanelsProposed,
            $"{campaign.Year}年度：按方案分配 {reviews.Count} 项评审（每人不超过 {input.Cap} 件，种子 {input.Seed}）",
            new { campaign = campaign.Id.Value, method = PanelPlan.Method, seed = input.Seed, cap = input.Cap, proposal = page.Stamp });
        return reviews.Count;
    }
}
