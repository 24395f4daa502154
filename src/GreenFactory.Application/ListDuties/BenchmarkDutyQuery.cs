using GreenFactory.Application.Data;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.ListDuties;

/// <summary>Which units are shown.</summary>
/// <param name="District">Only those of a district.</param>
/// <param name="Progress">Only those that have come so far.</param>
/// <param name="After">How many to pass over, a multiple of <see cref="BenchmarkDutyQuery.PageSize"/>.</param>
/// <param name="Search">Only those whose name, former name, code or certificate holds this text; null for all.</param>
public sealed record DutyFilter(DistrictId? District, BenchmarkProgress? Progress, int After, string? Search = null);

/// <summary>A unit with what is shown of it.</summary>
/// <param name="Duty">The unit and how far it has come.</param>
/// <param name="Name">Its name as registered.</param>
/// <param name="CreditCode">Its credit code.</param>
/// <param name="DistrictName">Its district.</param>
/// <param name="Kind">Factory or park.</param>
/// <param name="Level">Its level.</param>
/// <param name="State">Where it stands in the list.</param>
/// <param name="Conclusion">The district's conclusion that holds; null for none.</param>
/// <param name="Reminders">How often it was reminded.</param>
/// <param name="LastReminded">When last; null for never.</param>
/// <param name="RemovalProposed">Whether a proposal to remove it stands.</param>
public sealed record DutyRow(
    BenchmarkDuty Duty, string Name, string CreditCode, string DistrictName, OrganisationKind Kind, HonourLevel Level, GreenUnitState State,
    ConclusionKind? Conclusion, int Reminders, DateTimeOffset? LastReminded, bool RemovalProposed);

/// <summary>A page of the units that have to benchmark.</summary>
/// <param name="Rows">The units.</param>
/// <param name="Counts">How many units of the chosen district have come how far.</param>
/// <param name="Districts">Districts that have units.</param>
/// <param name="Total">How many units the filter leaves.</param>
public sealed record DutyPage(IReadOnlyList<DutyRow> Rows, IReadOnlyDictionary<BenchmarkProgress, int> Counts, IReadOnlyList<DutyDistrict> Districts, int Total)
{
    /// <summary>How many units the chosen district has, or all.</summary>
    public int All => Counts.Values.Sum();
}

/// <summary>Reads a page of the units that have to benchmark in a campaign; six queries, seven with a search.</summary>
public sealed class BenchmarkDutyQuery(PortalDbContext db, BenchmarkDutyReader reader)
{
    /// <summary>Units of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads.</summary>
    public async Task<DutyPage> ReadAsync(Campaign campaign, DutyFilter filter, CancellationToken cancellation)
    {
        var duties = await reader.ReadAsync(campaign, cancellation);
        var found = await FoundAsync(filter.Search, cancellation);
        var ofDistrict = duties.Units.Where(duty => (filter.District is null || duty.District == filter.District) && found?.Contains(duty.Unit) is not false).ToList();
        var chosen = ofDistrict.FindAll(duty => filter.Progress is null || duty.Progress == filter.Progress);
        var page = chosen.Skip(Math.Max(filter.After, 0)).Take(PageSize).ToList();
        var ids = page.ConvertAll(duty => duty.Unit);
        var shown = await db.GreenUnits.AsNoTracking().Where(unit => ids.Contains(unit.Id))
            .Select(unit => new
            {
                unit.Id,
                unit.Name,
                Code = unit.CreditCode.Value,
                unit.DistrictName,
                unit.Kind,
                unit.Level,
                unit.State,
                Conclusion = db.DistrictConclusions
                    .Where(row => row.WithdrawnAt == null && db.Declarations.Any(d => d.Id == row.DeclarationId && d.CampaignId == campaign.Id
                        && db.Organisations.Any(o => o.Id == d.OrganisationId && o.CreditCode == unit.CreditCode && o.Site == unit.Site)))
                    .Select(row => (ConclusionKind?)row.Kind).FirstOrDefault(),
                Reminders = db.BenchmarkReminders.Count(row => row.GreenUnitId == unit.Id && row.CampaignId == campaign.Id),
                Last = db.BenchmarkReminders.Where(row => row.GreenUnitId == unit.Id && row.CampaignId == campaign.Id).Max(row => (DateTimeOffset?)row.SentAt),
                Proposed = db.RemovalProposals.Any(row => row.GreenUnitId == unit.Id && row.Kind == ProposalKind.Removal && row.State != ProposalState.Declined && row.State != ProposalState.Announced),
            })
            .ToDictionaryAsync(row => row.Id, cancellation);
        return new DutyPage(
            [.. page.Select(duty => (duty, unit: shown[duty.Unit])).Select(row => new DutyRow(
                row.duty, row.unit.Name, row.unit.Code, row.unit.DistrictName, row.unit.Kind, row.unit.Level, row.unit.State, row.unit.Conclusion, row.unit.Reminders, row.unit.Last, row.unit.Proposed))],
            Enum.GetValues<BenchmarkProgress>().ToDictionary(progress => progress, progress => ofDistrict.Count(duty => duty.Progress == progress)),
            duties.Districts,
            chosen.Count);
    }

    /// <summary>The units that hold the text; null without one.</summary>
    private async Task<HashSet<GreenUnitId>?> FoundAsync(string? search, CancellationToken cancellation) =>
        SearchPattern.Of(search) is { } pattern
            ? [.. await db.GreenUnits.Where(unit => EF.Functions.Like(unit.SearchText, pattern, SearchPattern.Escape)).Select(unit => unit.Id).ToListAsync(cancellation)]
            : null;
}
