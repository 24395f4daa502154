using System.Globalization;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Application.Reviews;

/// <summary>
/// The lead seals the district's pack and reports every case in it, all in one transaction. The database refuses it after
/// the deadline unless a grace is recorded.
/// </summary>
public sealed class SealPackHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps, DistrictPackQuery packs, CampaignChoiceReader campaigns, EventLogHeadSigner heads)
{
    /// <summary>Seals the pack of a campaign.</summary>
    /// <param name="year">Year of the campaign; null for the usual one.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<Result<DistrictPackId>> HandleAsync(int? year, CancellationToken cancellation) =>
        runner.RunAsync<DistrictPackId>(ProcessKind.SealDistrictPack, null, process => SealAsync(process, year, cancellation), cancellation);

    private async Task<Result<DistrictPackId>> SealAsync(RunningProcess process, int? year, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(year, cancellation) is not { } campaign)
        {
            return ProcessErrors.NotFound;
        }

        var preview = await packs.ReadAsync(campaign, cancellation);
        if (!access.Scope.RolesFor(preview.District.Id.Value).Contains(Role.DistrictLead))
        {
            return DistrictErrors.OnlyTheLead;
        }

        if (preview.Missing.Count > 0)
        {
            return Result<DistrictPackId>.Failure([.. preview.Missing.Select(DistrictErrors.PackIncomplete)]);
        }

        if (!await FilingWindow.IsOpenAsync(db, preview.Campaign, preview.District.Id, process.Now, cancellation))
        {
            return ProcessErrors.DeadlineOver;
        }

        var sequence = preview.Sealed.Count + 1;
        var receipt = string.Create(CultureInfo.InvariantCulture, $"B{preview.Campaign.Year}-{preview.District.Position:D2}-{sequence}");
        var reported = preview.Reported;
        var content = (Content(preview, receipt, access.Scope.PersonName, process.Now) with { EventLogHead = await heads.SignAsync(process.Now, cancellation) }).Write();
        var pack = DistrictPack.Seal(
            new DistrictPackId(process.NewId()), preview.Campaign, preview.District.Id, sequence, receipt, content, CanonicalJson.Hash(content), access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        db.Add(pack);
        db.AddRange(reported.Select(row => DistrictPackRow.Create(pack, row.Case.Conclusion, row.Place, row.Case.Verified!)));
        var taken = await steps.TakeAsync(process, [.. reported.Select(row => row.Case.Declaration)], new CaseStep(CaseAction.Report), cancellation);
        if (!taken.Succeeded)
        {
            return Result<DistrictPackId>.Failure(taken.Errors);
        }

        foreach (var row in reported)
        {
            process.Record(EventKind.CaseReported, row.Case.Declaration, $"区县封存并报送，回执 {receipt}", details: new { pack = pack.Id.Value, pack.ContentHash });
            process.Notify(row.Case.Declaration, Desk.City, $"{preview.District.Name}报送", $"回执 {receipt}，{reported.Count} 项。", Destination.Compliance);
        }

        return pack.Id;
    }

    /// <summary>What a pack says of its cases; the head of the log is put in beside.</summary>
    internal static PackContent Content(PackPreview preview, string receipt, string sealedBy, DateTimeOffset now) => new(
        preview.District.Name,
        preview.District.AuthorityName,
        preview.Campaign.Year,
        receipt,
        ChinaTime.Exact(now),
        sealedBy,
        [.. preview.Reported.Select(Content)])
    {
        Unfinished = [.. preview.Unfinished.Select(row => new PackUnfinished(row.CaseNumber, row.Organisation, CaseWords.Of(row.State)))],
    };

    private static PackCase Content(PlacedCase placed)
    {
        var row = placed.Case;
        return new PackCase(
            row.Declaration.CaseNumber,
            row.Organisation.Name,
            row.Organisation.CreditCode.Value,
            row.Declaration.Purpose.ToString(),
            row.Conclusion.Kind,
            placed.Place,
            row.Conclusion.Reason,
            Points(row.Declared),
            Points(row.Verified!.Total),
            row.Verified.ContentHash,
            row.Opinions)
        {
            IsPark = row.Declaration.Kind is OrganisationKind.Park,
            Industry = row.Declaration.IndustryCode ?? "",
            RuleSet = row.RuleSet,
            Preference = row.Preference?.State.ToString() ?? "",
            RankByScore = placed.ByScore,
            RankReason = row.Conclusion.RankReason,
            Visit = row.Visit is { } visit
                ? new PackVisit(visit.PlannedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), visit.PartOfDay, visit.Officers, visit.Present, visit.Conclusion)
                : null,
        };
    }

    private static string Points(decimal points) => points.ToString("0.00", CultureInfo.InvariantCulture);
}
