using System.Globalization;
using System.Text.Json;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>A frozen score, replayed.</summary>
/// <param name="Score">The stored row.</param>
/// <param name="RuleSet">The rule set it was scored with.</param>
/// <param name="Facts">The facts it rests on.</param>
/// <param name="Sheet">The score sheet, with its trace.</param>
/// <param name="Intact">
/// Whether the stored hash holds, the replay equals the stored sheet byte for byte, the stored total is the one of the sheet, and, at the desks that read
/// the whole log, hash and total are those that were recorded when it was frozen. Where it is not, nothing of the score may be shown.
/// </param>
public sealed record ReplayedScore(FrozenScore Score, CompiledRuleSet RuleSet, Facts Facts, ScoreSheet Sheet, bool Intact);

/// <summary>Reads the latest frozen score of a party and replays it: what is shown is always what the rules give, and a difference is noticed.</summary>
public sealed class FrozenScoreReader(PortalDbContext db, RuleSetOfCaseReader ruleSets, CurrentAccess access)
{
    private static readonly Desk[] ReadsTheLog = [Desk.City, Desk.Admin, Desk.Audit, Desk.System];
    private readonly Dictionary<DeclarationId, IReadOnlyList<string>> recorded = [];

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
        var sheet = ruleSet.Evaluate(facts, score.AsOf, arithmetic: ScoreSheetJson.ArithmeticOf(score.ScoreSheet));
        var holds = score.HashHolds() && ScoreSheetJson.Write(sheet) == score.ScoreSheet && sheet.Total == score.Total && await IsRecordedAsync(score, cancellation);
        return new ReplayedScore(score, ruleSet, facts, sheet, holds);
    }

    /// <summary>Whether the log says the same of the score. One query for all scores of a case; other desks do not see these events.</summary>
    private async Task<bool> IsRecordedAsync(FrozenScore score, CancellationToken cancellation)
    {
        if (!ReadsTheLog.Contains(access.Scope.Desk))
        {
            return true;
        }

        if (!recorded.TryGetValue(score.DeclarationId, out var events) || !events.Any(payload => Records(payload, score)))
        {
            // A score that was frozen since in this unit of work has an event that was not read yet.
            events = recorded[score.DeclarationId] = await db.ProcessEvents.Where(e => e.DeclarationId == score.DeclarationId && e.Kind == nameof(EventKind.ScoreFrozen))
                .Select(e => e.Payload).ToListAsync(cancellation);
        }

        return events.Any(payload => Records(payload, score));
    }

    private static bool Records(string payload, FrozenScore score)
    {
        using var document = JsonDocument.Parse(payload);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("score", out var id) && id.ValueEquals(score.Id.Value.ToString())
            && root.TryGetProperty("hash", out var hash) && hash.ValueEquals(score.ContentHash)
            && root.TryGetProperty("total", out var total) && decimal.TryParse(total.GetString(), CultureInfo.InvariantCulture, out var points) && points == score.Total;
    }
}
