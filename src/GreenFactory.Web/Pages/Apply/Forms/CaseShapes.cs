using GreenFactory.Domain.Declarations;
using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>The shape of a case's state as its applicant sees it.</summary>
public static class CaseShapes
{
    /// <summary>The shape.</summary>
    public static StateShape Of(CaseState state) => state switch
    {
        CaseState.Draft => StateShape.Doing,
        CaseState.Returned => StateShape.You,
        CaseState.Withdrawn => StateShape.Off,
        CaseState.NotRecommended or CaseState.NonCompliant or CaseState.NotShortlisted or CaseState.Disqualified => StateShape.Error,
        CaseState.Published or CaseState.BenchmarkConcluded => StateShape.Done,
        _ => StateShape.Waiting,
    };
}
