using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>A frozen score, replayed.</summary>
/// <param name="Score">The stored row.</param>
/// <param name="RuleSet">The rule set it was scored with.</param>
/// <param name="Facts">The facts it rests on.</param>
/// <param name="Sheet">The score sheet, with its trace.</param>
/// <param name="Intact">Whether the stored hash holds, the replay equals the stored sheet byte for byte, and the stored total is the one of the sheet.</param>
public sealed record ReplayedScore(FrozenScore Score, CompiledRuleSet RuleSet, Facts Facts, ScoreSheet Sheet, bool Intact);

/// <summary>Reads the latest frozen score of a party and replays it: what is shown is always what the rules give, and a difference is noticed.</summary>
public sealed class FrozenScoreReader(PortalDbContext db, RuleSetOfCaseReader ruleSets)
{
    /// <summary>The latest score of the party, or null when there is none that this person may see.</summary>
    public async Task<ReplayedScore?> ReadLatestAsync(DeclarationId declaration, ScoreParty party, CancellationToken cancellation)
    {
        var score = await db.FrozenScores.AsNoTracking()
            .Where(row => row.DeclarationId == declaration && row.Party == party)
            .OrderByDescending(row => row.Sequence)
            .FirstOrDefaultAsync(cancellation);
        return score is null ? null : await ReplayAsync(score, cancellation);
    }

    /// <summary>Replays a stored score.</summary>
    public async Task<ReplayedScore> ReplayAsync(FrozenScore score, CancellationToken cancellation)
    {
        var ruleSet = await ruleSets.ReadAsync(score.RuleSetVersionId, cancellation);
        var facts = FactsJson.Read(score.Facts).Facts;
        var sheet = ruleSet.Evaluate(facts, score.AsOf);
        return new ReplayedScore(score, ruleSet, facts, sheet, score.HashHolds() && ScoreSheetJson.Write(sheet) == score.ScoreSheet && sheet.Total == score.Total);
    }
}
