using GreenFactory.Domain.Declarations;

namespace GreenFactory.Web.Pages.City;

/// <summary>The steps of the city on one case.</summary>
public static class CitySteps
{
    /// <summary>What the compliance check can end in.</summary>
    public static IReadOnlyList<CaseAction> Compliance { get; } = [CaseAction.PassCompliance, CaseAction.FailCompliance, CaseAction.SendBack];
}
