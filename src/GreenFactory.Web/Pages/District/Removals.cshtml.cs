using GreenFactory.Application.Honours;

namespace GreenFactory.Web.Pages.District;

/// <summary>Proposals of removal for units of the district (移出建议).</summary>
public sealed class RemovalsModel(RemovalListQuery query, ProposeRemovalHandler propose, ProposableUnitQuery units, TimeProvider clock) : RemovalsPage(query, propose, units, clock)
{
    /// <inheritdoc/>
    public override string Home => "/district/list/removals";
}
