using GreenFactory.Domain.Declarations;
using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Pages.District;

/// <summary>The shape of a case's state, seen from the district's desk.</summary>
public static class CaseStateShape
{
    /// <summary>The shape.</summary>
    public static StateShape Of(CaseState state) => state switch
    {
        CaseState.Submitted or CaseState.Recommended or CaseState.BenchmarkConcluded => StateShape.You,
        CaseState.DistrictReview => StateShape.Doing,
        CaseState.Returned => StateShape.Waiting,
        CaseState.NotRecommended or CaseState.Withdrawn or CaseState.NotShortlisted => StateShape.Off,
        CaseState.NonCompliant or CaseState.Disqualified => StateShape.Error,
        CaseState.Draft => StateShape.Todo,
        _ => StateShape.Done,
    };
}
