using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.RuleLibrary.Values;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>What a publication will say.</summary>
/// <param name="Rows">Units it admits, with their certificate numbers.</param>
/// <param name="Differences">Explained differences to the notice, and removals.</param>
/// <param name="Repeated">Cases of units that an earlier list of the year holds already, with the certificate they have.</param>
/// <param name="Removals">Proposals it carries out.</param>
public sealed record FinalList(
    IReadOnlyList<(DeclarationId Declaration, ListedRow Listed)> Rows,
    IReadOnlyList<ListedDifference> Differences,
    IReadOnlyList<(DeclarationId Declaration, string Certificate)> Repeated,
    IReadOnlyList<FinalRemoval> Removals);

/// <summary>
/// Makes the final list out of the notice as it was signed, never out of the rows as they are registered, and takes its certificate
/// numbers. Every score is replayed once more, and the levels that its products were held to become part of the list.
/// </summary>
public sealed class FinalListReader(PortalDbContext db, MunicipalityCodeReader codes, ListVerifier verifier, FrozenScoreReader scores, ConfirmedValuesReader confirmed)
{
    /// <summary>Reads, inside the publishing transaction.</summary>
    public async Task<Result<FinalList>> ReadAsync(PublicationWork state, Notice notice, Campaign campaign, CancellationToken cancellation)
    {
        var check = verifier.Check(await codes.ReadAsync(cancellation), notice.Document, notice.ContentHash, notice.MerkleRoot, notice.Signature);
        if (!check.Holds || check.Document!.Heading.Kind != SignedDocument.PublicNotice)
        {
            return HonourErrors.NoticeBroken(check.Fault ?? "它不是公示名单。");
        }

        var signed = check.Document.Rows;
        if (signed.Count != state.Outcomes.Count)
        {
            return HonourErrors.NoticeBroken("登记的行数与签名的名单不同。");
        }

        var lines = new List<(NoticeOutcome Outcome, ListedRow Signed)>();
        foreach (var (outcome, row) in state.Outcomes.Zip(signed))
        {
            if (!Matches(outcome.Row, row))
            {
                return HonourErrors.NoticeRowChanged(row.Name);
            }

            var levels = outcome.Publishes ? await LevelsAsync(outcome.Row.DeclarationId, row, cancellation) : Result<IReadOnlyList<ListedLevel>>.Of([]);
            if (!levels.Succeeded)
            {
                return Result<FinalList>.Failure(levels.Errors);
            }

            lines.Add((outcome, row with { Levels = levels.Value }));
        }

        return await MakeAsync(lines, campaign, cancellation);
    }

    private async Task<FinalList> MakeAsync(IReadOnlyList<(NoticeOutcome Outcome, ListedRow Signed)> lines, Campaign campaign, CancellationToken cancellation)
    {
        var codesOfList = lines.Select(line => line.Signed.CreditCode).ToList();
        var held = await db.GreenUnits.Where(unit => codesOfList.Contains(unit.CreditCode) && unit.State != GreenUnitState.Removed)
            .Join(db.Honours.Where(honour => honour.Year == campaign.Year && honour.Level == HonourLevel.Municipal), unit => unit.Id, honour => honour.GreenUnitId, (unit, honour) => new { unit.CreditCode, unit.Site, honour.CertificateNumber })
            .ToListAsync(cancellation);
        string? Held(ListedRow listed) => held.Find(row => row.CreditCode == listed.CreditCode && row.Site == listed.Site)?.CertificateNumber;
        var admitted = lines.Where(line => line.Outcome.Publishes && Held(line.Signed) is null).ToList();
        var repeated = lines.Where(line => line.Outcome.Publishes && Held(line.Signed) is not null).Select(line => (line.Outcome.Row.DeclarationId, line.Signed, Certificate: Held(line.Signed)!)).ToList();
        var numbers = new Dictionary<OrganisationKind, Queue<string>>();
        foreach (var kind in Enum.GetValues<OrganisationKind>())
        {
            numbers[kind] = await CertificateNumbers.TakeAsync(db, campaign.MunicipalityId, campaign.Year, kind, admitted.Count(line => line.Signed.Kind == kind), cancellation);
        }

        var removals = await ApprovedProposals.ReadAsync(db, cancellation);
        return new FinalList(
            [.. admitted.Select((line, index) => (line.Outcome.Row.DeclarationId, line.Signed with { Position = index + 1, CertificateNumber = numbers[line.Signed.Kind].Dequeue() }))],
            [
                .. lines.Where(line => !line.Outcome.Publishes).Select(line => new ListedDifference(line.Signed.Name, line.Signed.CreditCode.Value, RemovesListedUnit: false, line.Outcome.Explanation) { Site = line.Signed.Site }),
                .. repeated.Select(row => new ListedDifference(
                    row.Signed.Name, row.Signed.CreditCode.Value, RemovesListedUnit: false, $"{campaign.Year}年度已列入名单（证书编号 {row.Certificate}），同一年度不重复列入，原证书继续有效。") { Site = row.Signed.Site }),
                .. removals.Select(removal => removal.Difference).OfType<ListedDifference>(),
            ],
            [.. repeated.Select(row => (row.DeclarationId, row.Certificate))],
            removals);
    }

    /// <summary>The levels of a score that is intact and is the one of the notice.</summary>
    private async Task<Result<IReadOnlyList<ListedLevel>>> LevelsAsync(DeclarationId declaration, ListedRow signed, CancellationToken cancellation)
    {
        var score = await scores.ReadLatestAsync(declaration, ScoreParty.Final, cancellation);
        return score is { Intact: true } && score.Sheet.Total == signed.Points
            ? Result<IReadOnlyList<ListedLevel>>.Of(LevelsOfScore.Of(score.RuleSet, score.Facts, score.Sheet, await confirmed.ReadAsync(cancellation)))
            : ScoreErrors.NotIntact(signed.CaseNumber);
    }

    private static bool Matches(NoticeRow stored, ListedRow signed) => signed == new ListedRow(
        stored.Position, stored.CaseNumber, stored.OrganisationName, stored.CreditCode, stored.DistrictName, stored.Kind, stored.Points, stored.RuleSet)
    {
        Site = stored.Site,
    };
}
