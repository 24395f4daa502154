using GreenFactory.Application.Campaigns;
using GreenFactory.Application.ListDuties;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Web.Pages.City;

/// <summary>Everyone on the list who has to benchmark in a year (名录管理), at the city's desk.</summary>
public sealed class ListModel(CampaignChoiceReader campaigns, BenchmarkDutyQuery query, RemindBenchmarkingHandler remind, TimeProvider clock)
    : BenchmarkListPage(campaigns, query, remind, clock)
{
    /// <inheritdoc/>
    public override string Home => "/city/list";

    /// <inheritdoc/>
    public override string CasePath(DeclarationId id) => $"/city/cases/{id.Value}";
}
