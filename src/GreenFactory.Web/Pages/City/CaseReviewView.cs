using GreenFactory.Application.Assessments;
using GreenFactory.Application.Evidence;
using GreenFactory.Application.RuleLibrary;

namespace GreenFactory.Web.Pages.City;

/// <summary>The district's review of a case, with what names its indicators. Partial <c>_CaseReview</c>.</summary>
/// <param name="Review">The review.</param>
/// <param name="Score">The declared score; null where none is frozen.</param>
public sealed record CaseReviewView(CityReview Review, ReplayedScore? Score)
{
    /// <summary>Number and name of an indicator.</summary>
    public string NameOf(string indicatorCode) => EvidenceSubject.NameOf(Score?.RuleSet.RuleSet, indicatorCode);
}
