using System.Globalization;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Evaluates facts by the rule set of a case and freezes the outcome as one party's score.</summary>
public sealed class ScoreFreezer(PortalDbContext db, RuleSetOfCaseReader ruleSets)
{
    /// <summary>Evaluates and adds the frozen score to the running process; the caller's transaction stores it.</summary>
    /// <param name="process">The process at work.</param>
    /// <param name="declaration">The case; its rule set has been chosen.</param>
    /// <param name="party">Whose values.</param>
    /// <param name="facts">The values.</param>
    /// <param name="asOf">Day for which dated parameters hold: the campaign's opening day in Beijing time.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<(FrozenScore Score, ScoreSheet Sheet)> FreezeAsync(
        RunningProcess process, Declaration declaration, ScoreParty party, Facts facts, DateOnly asOf, CancellationToken cancellation)
    {
        var version = declaration.RuleSetVersionId ?? throw new InvalidOperationException("A case is scored only after its rule set is chosen.");
        var ruleSet = await ruleSets.ReadAsync(version, cancellation);
        var sheet = ruleSet.Evaluate(facts, asOf);
        var last = await db.FrozenScores.Where(row => row.DeclarationId == declaration.Id && row.Party == party).MaxAsync(row => (int?)row.Sequence, cancellation) ?? 0;
        var score = FrozenScore.Create(
            new FrozenScoreId(process.NewId()),
            declaration,
            party,
            last + 1,
            version,
            ruleSet.ContentHash,
            FactsJson.Write(facts),
            ScoreSheetJson.Write(sheet),
            sheet.Total,
            asOf,
            process.Now);
        db.Add(score);
        var total = sheet.Total.ToString(CultureInfo.InvariantCulture);
        process.Record(EventKind.ScoreFrozen, declaration, $"定格得分 {total}", new { score = score.Id.Value, hash = score.ContentHash, total });
        return (score, sheet);
    }
}
