using System.Globalization;
using GreenFactory.Application.Departments;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Reviews;

/// <summary>What a conclusion rests on, as one short text: verdicts, verified points, opinions and visit. It changes whenever one of them does.</summary>
public static class CaseStamp
{
    private const int Length = 16;

    /// <summary>The stamp of a case as it stands.</summary>
    public static string Of(CaseReview review, IEnumerable<OpinionRow> opinions, DateTimeOffset? visitCompletedAt) =>
        Of(review, opinions.Select(row => (row.Id, row.State, row.Version)), visitCompletedAt);

    /// <summary>The same, from what a stamp needs of the opinions.</summary>
    internal static string Of(CaseReview review, IEnumerable<(DepartmentOpinionId Id, OpinionState State, int Version)> opinions, DateTimeOffset? visitCompletedAt) => ContentHashing.Sha256Hex(
    [
        review.Declared.Score.ContentHash,
        review.VerifiedSheet.Total.ToString(CultureInfo.InvariantCulture),
        visitCompletedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        .. review.Verdicts.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => string.Create(null, $"{row.Key}:{row.Value.Verdict.Sequence}:{row.Value.Outdated}")),
        .. opinions.OrderBy(row => row.Id.Value).Select(row => string.Create(null, $"{row.Id.Value}:{row.State}:{row.Version}")),
    ])[..Length];
}
