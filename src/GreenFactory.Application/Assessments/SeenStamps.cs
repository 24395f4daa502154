using System.Globalization;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Assessments;

/// <summary>
/// What a form of the city or an expert was opened over, as one short text. It is sent with the form; where it is another by then, somebody decided meanwhile and the
/// later of the two is told.
/// </summary>
public static class SeenStamps
{
    private const int Length = 16;

    /// <summary>A compliance check: its rulings, the departments' opinions by their version, and the frozen scores.</summary>
    public static string OfCompliance(IEnumerable<ComplianceRuling> rulings, IEnumerable<(DepartmentOpinionId Id, int Version)> opinions, IEnumerable<FrozenScoreId?> scores) => Hash(
    [
        .. rulings.OrderBy(row => row.Item).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Item}:{row.Verdict}:{row.Remark}:{row.RuledBy.Value}")),
        .. opinions.OrderBy(row => row.Id.Value).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Id.Value}:{row.Version}")),
        .. scores.OfType<FrozenScoreId>().Select(score => score.Value.ToString()).Order(StringComparer.Ordinal),
    ]);

    /// <summary>A quota.</summary>
    public static string OfQuota(int? places, int waiting, string reason) => Hash([places?.ToString(CultureInfo.InvariantCulture) ?? "", waiting.ToString(CultureInfo.InvariantCulture), reason]);

    /// <summary>What the experts' marks do.</summary>
    public static string OfRule(AssessmentRule rule) =>
        Hash([rule.Method.ToString(), rule.RequiredReviews.ToString(CultureInfo.InvariantCulture), rule.DisputedFrom.ToString("0.##", CultureInfo.InvariantCulture), rule.JudgesOptions.ToString()]);

    /// <summary>The panel of a case: its experts and how far they are.</summary>
    public static string OfPanel(IEnumerable<(UserId Expert, AssignmentState State)> members) =>
        Hash([.. members.OrderBy(row => row.Expert.Value).Select(row => $"{row.Expert.Value}:{row.State}")]);

    /// <summary>An expert's draft: comment, points and reasons.</summary>
    public static string OfAssessment(string comment, IEnumerable<ExpertMark> marks) => Hash(
    [
        comment,
        .. marks.Where(row => row.Points is not null || row.Reason.Length > 0).OrderBy(row => row.Subject).ThenBy(row => row.Code, StringComparer.Ordinal)
            .SelectMany(row => new[] { $"{row.Subject}:{row.Code}", row.Points?.ToString("0.##", CultureInfo.InvariantCulture) ?? "", row.Reason }),
    ]);

    private static string Hash(ReadOnlySpan<string> parts) => ContentHashing.Sha256Hex(parts)[..Length];
}
