using GreenFactory.Domain.Declarations;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>The steps of the workbench.</summary>
public static class DistrictSteps
{
    /// <summary>Everything the district does with one case; its pack is another page.</summary>
    public static IReadOnlyList<CaseAction> All { get; } =
        [CaseAction.Take, CaseAction.Return, CaseAction.Recommend, CaseAction.DeclineRecommendation, CaseAction.ConcludeBenchmark, CaseAction.Reconsider];
}
