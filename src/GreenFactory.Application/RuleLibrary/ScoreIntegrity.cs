using System.Collections.Concurrent;
using System.Globalization;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>What is compared of a frozen score; the sheet itself, the largest part, is made again and not read.</summary>
public sealed record FrozenTotal(FrozenScoreId Id, decimal Total, string RuleSetHash, string Facts, DateOnly AsOf, string ContentHash);

/// <summary>
/// Says whether a stored total is the one of its frozen, replayable sheet. A score found to hold is not replayed again while nothing of it
/// changes, so that a ranking of hundreds of cases stays cheap.
/// </summary>
public sealed partial class ScoreIntegrity(ILogger<ScoreIntegrity> logger)
{
    private readonly ConcurrentDictionary<FrozenScoreId, string> held = [];

    /// <summary>Whether facts, sheet and total are those that were frozen; the alarm is logged when they are not.</summary>
    public bool Holds(CompiledRuleSet ruleSet, FrozenTotal stored, string caseNumber)
    {
        var digest = ContentHashing.Sha256Hex(
            stored.RuleSetHash, stored.Facts, stored.ContentHash, stored.Total.ToString(CultureInfo.InvariantCulture), stored.AsOf.ToString("O", CultureInfo.InvariantCulture));
        if (held.TryGetValue(stored.Id, out var known) && known == digest)
        {
            return true;
        }

        // The hash covers the sheet, and the sheet its arithmetic: the one that gives the hash is the one the sheet names.
        var sheet = Replay(ruleSet, stored, ScoreArithmetic.Exact);
        var found = IsFrozen(stored, sheet) ? sheet : Replay(ruleSet, stored, ScoreArithmetic.Decimal);
        if (found.Total != stored.Total || stored.RuleSetHash != ruleSet.ContentHash || !IsFrozen(stored, found))
        {
            held.TryRemove(stored.Id, out _);
            NotIntact(caseNumber, stored.Id.Value, stored.Total, sheet.Total);
            return false;
        }

        held[stored.Id] = digest;
        return true;
    }

    private static ScoreSheet Replay(CompiledRuleSet ruleSet, FrozenTotal stored, ScoreArithmetic arithmetic) =>
        ruleSet.Evaluate(FactsJson.Read(stored.Facts).Facts, stored.AsOf, arithmetic: arithmetic);

    private static bool IsFrozen(FrozenTotal stored, ScoreSheet sheet) =>
        stored.ContentHash == ContentHashing.Sha256Hex(stored.RuleSetHash, stored.Facts, ScoreSheetJson.Write(sheet));

    [LoggerMessage(Level = LogLevel.Critical, Message = "The frozen score {Score} of case {CaseNumber} is not what was frozen: stored total {Stored}, replayed {Replayed}. It is not used. Run 'gf audit verify'.")]
    private partial void NotIntact(string caseNumber, Guid score, decimal stored, decimal replayed);
}
