using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>A case in a list of the city.</summary>
public sealed record CityCaseLine(
    DeclarationId Id, string CaseNumber, string OrganisationName, string DistrictName, OrganisationKind Kind, DeclarationPurpose Purpose, CaseState State, DateTimeOffset StateSince, decimal? Declared, decimal? Verified)
{
    /// <summary>Whether the declared score, where there is one, is what was frozen; if not, it is not given.</summary>
    public bool DeclaredHolds { get; init; } = true;

    /// <summary>Whether the verified score, where there is one, is what was frozen; if not, it is not given.</summary>
    public bool VerifiedHolds { get; init; } = true;
}

/// <summary>A page of cases; <see cref="Next"/> is the case number after which the following page begins.</summary>
public sealed record CityCasePage(IReadOnlyList<CityCaseLine> Lines, int Total, string? Next);

/// <summary>Lists cases of one campaign in some states, by case number; four queries. A score that is not what was frozen is not shown.</summary>
public sealed class CityCaseListQuery(PortalDbContext db, RuleSetOfCaseReader ruleSets, ScoreIntegrity integrity)
{
    private const int Size = 50;

    /// <summary>Lists.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="states">The states; empty for all that were submitted.</param>
    /// <param name="after">Case number after which the page begins.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<CityCasePage> ListAsync(CampaignId campaign, IReadOnlyCollection<CaseState> states, string? after, CancellationToken cancellation)
    {
        var cases = db.Declarations.Where(row => row.CampaignId == campaign && row.SubmittedAt != null && (states.Count == 0 || states.Contains(row.State)));
        var total = await cases.CountAsync(cancellation);
        var lines = await cases
            .Where(row => after == null || string.Compare(row.CaseNumber, after) > 0)
            .OrderBy(row => row.CaseNumber)
            .Take(Size + 1)
            .Select(row => new CityCaseLine(
                row.Id,
                row.CaseNumber,
                db.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Name).First(),
                db.Districts.Where(d => d.Id == row.DistrictId).Select(d => d.Name).First(),
                row.Kind,
                row.Purpose,
                row.State,
                row.StateSince,
                null,
                null))
            .ToListAsync(cancellation);
        var shown = lines.Take(Size).Select(line => line.Id).ToList();
        var scores = (await db.FrozenScores.Where(s => shown.Contains(s.DeclarationId) && s.Party != ScoreParty.Final)
            .Select(s => new { s.DeclarationId, s.Party, s.Sequence, Score = new ScoreOfSet(s.RuleSetVersionId, new FrozenTotal(s.Id, s.Total, s.RuleSetHash, s.Facts, s.AsOf, s.ContentHash)) })
            .ToListAsync(cancellation))
            .GroupBy(row => (row.DeclarationId, row.Party)).ToDictionary(group => group.Key, group => group.MaxBy(row => row.Sequence)!.Score);
        var compiled = await ruleSets.ReadAsync([.. scores.Values.Select(score => score.RuleSet).Distinct()], cancellation);
        bool Holds(ScoreOfSet? score, string number) => score is null || integrity.Holds(compiled[score.RuleSet], score.Frozen, number);
        return new CityCasePage(
            [.. lines.Take(Size).Select(line =>
            {
                var (declared, verified) = (scores.GetValueOrDefault((line.Id, ScoreParty.Declared)), scores.GetValueOrDefault((line.Id, ScoreParty.Verified)));
                var (declaredHolds, verifiedHolds) = (Holds(declared, line.CaseNumber), Holds(verified, line.CaseNumber));
                return line with
                {
                    Declared = declaredHolds ? declared?.Frozen.Total : null,
                    Verified = verifiedHolds ? verified?.Frozen.Total : null,
                    DeclaredHolds = declaredHolds,
                    VerifiedHolds = verifiedHolds,
                };
            })],
            total,
            lines.Count > Size ? lines[Size - 1].CaseNumber : null);
    }

    private sealed record ScoreOfSet(RuleSetVersionId RuleSet, FrozenTotal Frozen);
}
