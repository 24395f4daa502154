using GreenFactory.Domain.Declarations;
using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Pages.City;

/// <summary>The shape in which the city shows the state of a case.</summary>
internal static class CaseStates
{
    /// <summary>The shape of a state: amber where the city must act.</summary>
    public static StateShape ShapeOf(CaseState state) => state switch
    {
        CaseState.Reported or CaseState.Compliant or CaseState.Assessed or CaseState.Shortlisted => StateShape.You,
        CaseState.Published => StateShape.Done,
        CaseState.NonCompliant or CaseState.NotShortlisted or CaseState.Disqualified or CaseState.Withdrawn or CaseState.NotRecommended => StateShape.Off,
        CaseState.PublicNotice => StateShape.Doing,
        _ => StateShape.Waiting,
    };
}
