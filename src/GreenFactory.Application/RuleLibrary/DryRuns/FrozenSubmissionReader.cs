using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.RuleLibrary.DryRuns;

/// <summary>A case as it was last submitted, with the score frozen then.</summary>
public sealed record FrozenSubmission
{
    /// <summary>The case.</summary>
    public required DeclarationId Declaration { get; init; }

    /// <summary>Its campaign.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>The version that scored it.</summary>
    public required RuleSetVersionId Version { get; init; }

    /// <summary>Its number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Canonical facts.</summary>
    public required string Facts { get; init; }

    /// <summary>Day for which the dated parameters held.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The frozen total.</summary>
    public required decimal Total { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }
}

/// <summary>Finds what a dry run may look at: of every case that was not withdrawn, the last submission with its frozen score.</summary>
public sealed class FrozenSubmissionReader(PortalDbContext db)
{
    /// <summary>The submissions made until a moment, to be narrowed down further; nothing is read yet.</summary>
    public IQueryable<FrozenSubmission> Until(DateTimeOffset moment) =>
        from declaration in db.Declarations
        where declaration.State != CaseState.Withdrawn
        from submission in db.Submissions.Where(row => row.DeclarationId == declaration.Id && row.SubmittedAt <= moment).OrderByDescending(row => row.Sequence).Take(1)
        join score in db.FrozenScores on submission.FrozenScoreId equals score.Id
        select new FrozenSubmission
        {
            Declaration = declaration.Id,
            Campaign = declaration.CampaignId,
            Version = score.RuleSetVersionId,
            CaseNumber = declaration.CaseNumber,
            Facts = score.Facts,
            AsOf = score.AsOf,
            Total = score.Total,
            SubmittedAt = submission.SubmittedAt,
        };
}
