using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Domain.Assessments;

/// <summary>
/// What the experts' marks do in one campaign (评审规则): how the marks of one indicator combine, how many completed reviews a case needs, and from which spread on they are shown
/// as disputed. It is public, and stays once the first panel is assigned, so that nobody chooses the method after having seen marks. The notice names none: every value is the city's.
/// </summary>
public sealed class AssessmentRule : ITenantOwned
{
    /// <summary>Most reviews that a rule may ask for.</summary>
    public const int MostReviews = 15;

    /// <summary>Completed reviews of a case where nobody has set the rule.</summary>
    public const int UsualReviews = 3;

    private const decimal UsualSpread = 30m;

    private AssessmentRule()
    {
    }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>How the marks of one indicator combine.</summary>
    public PanelMethod Method { get; private set; }

    /// <summary>How many completed reviews a case needs before its panel can be closed.</summary>
    public int RequiredReviews { get; private set; }

    /// <summary>Distance between highest and lowest mark from which on a disagreement is shown and has to be explained, in percent of the full points.</summary>
    public decimal DisputedFrom { get; private set; }

    /// <summary>Whether experts also judge the indicators that are scored by an option (定性指标); where not, they mark graded indicators alone.</summary>
    public bool JudgesOptions { get; private set; }

    /// <summary>The rule of a campaign for which nobody has set one: mean, three reviews, 30 %, graded indicators alone.</summary>
    public static AssessmentRule Usual(Campaign campaign) =>
        new() { CampaignId = campaign.Id, MunicipalityId = campaign.MunicipalityId, Method = PanelMethod.Mean, RequiredReviews = UsualReviews, DisputedFrom = UsualSpread };

    /// <summary>Sets it.</summary>
    public void Set(PanelMethod method, int requiredReviews, decimal disputedFrom, bool judgesOptions)
    {
        Method = method;
        RequiredReviews = requiredReviews;
        DisputedFrom = disputedFrom;
        JudgesOptions = judgesOptions;
    }

    /// <summary>Whether marks lie so far apart that the disagreement has to be explained.</summary>
    /// <param name="marks">The marks, in points.</param>
    /// <param name="maximum">Full points.</param>
    public bool IsDisputed(IReadOnlyCollection<decimal> marks, decimal maximum) => marks.Count > 1 && (marks.Max() - marks.Min()) * 100m >= DisputedFrom * maximum;
}
