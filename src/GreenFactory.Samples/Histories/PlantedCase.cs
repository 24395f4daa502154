using GreenFactory.Application.Declarations;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Samples.Histories;

/// <summary>A case in the making, with what its next step needs to know of the steps before.</summary>
internal sealed class PlantedCase
{
    /// <summary>The year it belongs to.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>The unit.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>Its district.</summary>
    public required District District { get; init; }

    /// <summary>Who signs for the unit.</summary>
    public required Person Signer { get; init; }

    /// <summary>The rule set it is scored with.</summary>
    public required CompiledRuleSet RuleSet { get; init; }

    /// <summary>The version of the library.</summary>
    public required RuleSetVersionId RuleSetVersion { get; init; }

    /// <summary>GB/T 4754-2017 class; null for parks.</summary>
    public IndustryClass? Industry { get; init; }

    /// <summary>Why it declares.</summary>
    public DeclarationPurpose Purpose { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>What it answers in the forms, by field; profile included.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Typed { get; set; }

    /// <summary>The case, once it is begun.</summary>
    public Declaration Declaration { get; set; } = null!;

    /// <summary>Saved sections by code.</summary>
    public Dictionary<string, AnswerSection> Sections { get; } = [];

    /// <summary>Files.</summary>
    public List<EvidenceFile> Evidence { get; } = [];

    /// <summary>Frozen scores by party, the latest of each.</summary>
    public Dictionary<ScoreParty, FrozenScore> Scores { get; } = [];

    /// <summary>Submissions so far.</summary>
    public List<(SubmissionSnapshot Snapshot, ScoreSheet Sheet)> Submissions { get; } = [];

    /// <summary>The declared facts.</summary>
    public Facts Facts { get; set; } = Facts.Empty;

    /// <summary>The declared sheet.</summary>
    public ScoreSheet Sheet { get; set; } = null!;

    /// <summary>Verdicts given.</summary>
    public List<IndicatorVerdict> Verdicts { get; } = [];

    /// <summary>Questions to departments, with the department's name.</summary>
    public List<(DepartmentOpinion Opinion, Department Department)> Opinions { get; } = [];

    /// <summary>The visit.</summary>
    public SiteVisit? Visit { get; set; }

    /// <summary>Its items.</summary>
    public List<SiteVisitItem> VisitItems { get; } = [];

    /// <summary>The conclusion in force.</summary>
    public DistrictConclusion? Conclusion { get; set; }

    /// <summary>Returns so far.</summary>
    public List<(ChangeRequest Request, List<ChangeRequestItem> Items)> Returns { get; } = [];

    /// <summary>The declared score as a reader would replay it.</summary>
    public ReplayedScore Declared => new(Scores[ScoreParty.Declared], RuleSet, Facts, Sheet, Intact: true);

    /// <summary>The review as it stands.</summary>
    public CaseReview Review()
    {
        var standing = StandingVerdict.Of(RuleSet, Facts, Verdicts);
        var verified = VerifiedFacts.Of(Facts, standing.Values);
        return new CaseReview(Declared, standing, verified, RuleSet.Evaluate(verified, Declared.Score.AsOf)) { History = Verdicts.ToLookup(verdict => verdict.IndicatorCode) };
    }

    /// <summary>Takes a step of the case; the plan of the year is wrong when it is refused.</summary>
    public void Take(CaseAction action, Person by, Role role, DateTimeOffset at)
    {
        var taken = Declaration.Take(action, new CaseActor(by.Id, [role]), Enum.GetValues<CaseGuard>(), at);
        Demand(taken.Succeeded, taken.Succeeded ? "" : taken.Error.Message);
    }

    /// <summary>Stops where the plan of the year does what no person could do.</summary>
    public void Demand(bool holds, string why)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{Number}: {why}");
        }
    }
}
