using GreenFactory.Application.Declarations;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;

namespace GreenFactory.Application.Cases;

/// <summary>What was read of a case before its step, in the same unit of work. What is null a guard reads itself.</summary>
public sealed record StepKnown
{
    /// <summary>Nothing was read.</summary>
    public static StepKnown Nothing { get; } = new();

    /// <summary>The case as its applicant works on it.</summary>
    public ApplicantCase? Work { get; init; }

    /// <summary>The district's review.</summary>
    public CaseReview? Review { get; init; }

    /// <summary>Whether the visit is completed.</summary>
    public bool? VisitCompleted { get; init; }

    /// <summary>Whether the panel of experts is complete.</summary>
    public bool? PanelComplete { get; init; }

    /// <summary>The questions to the departments.</summary>
    public IReadOnlyList<OpinionRow>? Opinions { get; init; }
}
