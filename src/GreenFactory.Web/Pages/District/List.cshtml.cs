using GreenFactory.Application.Campaigns;
using GreenFactory.Application.ListDuties;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Web.Pages.District;

/// <summary>The units of the district that are on the list and have to benchmark in a year (名录管理).</summary>
public sealed class ListModel(CampaignChoiceReader campaigns, BenchmarkDutyQuery query, RemindBenchmarkingHandler remind, TimeProvider clock)
    : BenchmarkListPage(campaigns, query, remind, clock)
{
    /// <inheritdoc/>
    public override string Home => "/district/list";

    /// <inheritdoc/>
    public override string CasePath(DeclarationId id) => $"/district/cases/{id.Value}";
}
