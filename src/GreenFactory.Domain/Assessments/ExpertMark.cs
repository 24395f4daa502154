using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>What an expert's points are about.</summary>
public enum MarkSubject
{
    /// <summary>A graded indicator of the rule set: enters the final score.</summary>
    Indicator,

    /// <summary>A criterion of the overall assessment: advisory only.</summary>
    Criterion,
}

/// <summary>Points an expert gives to one indicator or criterion.</summary>
public sealed class ExpertMark : ITenantOwned
{
    private ExpertMark()
    {
    }

    /// <summary>The assignment.</summary>
    public ExpertAssignmentId AssignmentId { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>Indicator or criterion.</summary>
    public MarkSubject Subject { get; private set; }

    /// <summary>Code of the indicator or criterion.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The points; null while the expert has not decided.</summary>
    public decimal? Points { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Begins a mark.</summary>
    public static ExpertMark Create(ExpertAssignment assignment, MarkSubject subject, string code) =>
        new() { AssignmentId = assignment.Id, MunicipalityId = assignment.MunicipalityId, Subject = subject, Code = code };

    /// <summary>Gives the points.</summary>
    public void Give(decimal? points, string reason)
    {
        Points = points;
        Reason = WrittenText.Said(reason);
    }
}
