using GreenFactory.Application.Honours;

namespace GreenFactory.Web.Pages.District;

/// <summary>Proposals of removal for units of the district (移出建议).</summary>
public sealed class RemovalsModel(RemovalListQuery query, ProposeRemovalHandler propose, ProposableUnitQuery units) : RemovalsPage(query, propose, units)
{
    /// <inheritdoc/>
    public override string Home => "/district/list/removals";
}
