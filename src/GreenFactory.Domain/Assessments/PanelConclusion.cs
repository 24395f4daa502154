using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Domain.Assessments;

/// <summary>How the panel of a case was closed (评审合议): by which rule, over how many reviews, and what the city says to a disagreement. Append-only.</summary>
public sealed class PanelConclusion : ICaseOwned
{
    private PanelConclusion()
    {
    }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>How the marks of one indicator were combined.</summary>
    public PanelMethod Method { get; private set; }

    /// <summary>How many reviews were completed.</summary>
    public int Reviews { get; private set; }

    /// <summary>Whether the marks lay so far apart that the city had to explain.</summary>
    public bool Disputed { get; private set; }

    /// <summary>What the city says to the disagreement; empty where there is none.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who closed the panel.</summary>
    public string ConcludedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset ConcludedAt { get; private set; }

    /// <summary>Records how a panel was closed.</summary>
    public static PanelConclusion Create(Declaration declaration, AssessmentRule rule, int reviews, bool disputed, string note, string byName, DateTimeOffset now) =>
        new()
        {
            DeclarationId = declaration.Id,
            MunicipalityId = declaration.MunicipalityId,
            Method = rule.Method,
            Reviews = reviews,
            Disputed = disputed,
            Note = WrittenText.Said(note),
            ConcludedByName = byName,
            ConcludedAt = now,
        };
}
