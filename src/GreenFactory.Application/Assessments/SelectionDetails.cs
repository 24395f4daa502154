using System.Globalization;
using GreenFactory.Domain.Assessments;

namespace GreenFactory.Application.Assessments;

/// <summary>A decision on a place as its event carries it: the whole row, so that a change of the row is found.</summary>
internal static class SelectionDetails
{
    /// <summary>The details.</summary>
    public static object Of(SelectionDecision decision) => new
    {
        decision = decision.Id.Value,
        kind = decision.Kind.ToString(),
        decision.Rank,
        points = decision.Points.ToString("0.00##########", CultureInfo.InvariantCulture),
        decision.Reason,
        freed = decision.Freed?.Value,
    };
}
