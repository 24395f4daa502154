using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>The review of one case as it stands: declared and verified values with their sheets, and the verdicts.</summary>
/// <param name="Declared">The declared score, replayed.</param>
/// <param name="Verdicts">The latest verdict of each ruled indicator.</param>
/// <param name="Verified">The facts the district stands for.</param>
/// <param name="VerifiedSheet">Their score by the same rules on the same day.</param>
public sealed record CaseReview(ReplayedScore Declared, IReadOnlyDictionary<string, StandingVerdict> Verdicts, Facts Verified, ScoreSheet VerifiedSheet)
{
    /// <summary>Every verdict by indicator, the first one first; none is ever replaced.</summary>
    public required ILookup<string, IndicatorVerdict> History { get; init; }

    /// <summary>How many indicators are ruled.</summary>
    public int Ruled => Verdicts.Values.Count(verdict => verdict.IsRuled);

    /// <summary>How many indicators there are.</summary>
    public int Indicators => VerifiedSheet.Indicators.Count;

    /// <summary>Whether every indicator has a verdict on its present answers and no question is open.</summary>
    public bool IsComplete => VerifiedSheet.Indicators.All(row => Verdicts.TryGetValue(row.Code, out var verdict) && verdict.IsRuled);

    /// <summary>The facts with one more verdict tried on top, for a form that is about to be saved.</summary>
    public ScoreSheet Try(IEnumerable<Correction> corrections) =>
        Declared.RuleSet.Evaluate(corrections.Aggregate(Verified, (now, correction) => correction.ApplyTo(now)), Declared.Score.AsOf);
}

/// <summary>Reads the review of a case: three queries once its rule set is cached.</summary>
public sealed class CaseReviewReader(PortalDbContext db, FrozenScoreReader scores)
{
    /// <summary>The review, or null when nothing was submitted that this person may see.</summary>
    public async Task<CaseReview?> ReadAsync(DeclarationId declaration, CancellationToken cancellation)
    {
        if (await scores.ReadLatestAsync(declaration, ScoreParty.Declared, cancellation) is not { } declared)
        {
            return null;
        }

        var rows = await db.IndicatorVerdicts.AsNoTracking().Where(row => row.DeclarationId == declaration).ToListAsync(cancellation);
        var verdicts = StandingVerdict.Of(declared.RuleSet, declared.Facts, rows);
        var verified = VerifiedFacts.Of(declared.Facts, verdicts.Values);
        return new CaseReview(declared, verdicts, verified, declared.RuleSet.Evaluate(verified, declared.Score.AsOf))
        {
            History = rows.OrderBy(row => row.Sequence).ToLookup(row => row.IndicatorCode),
        };
    }
}
