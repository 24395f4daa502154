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
        ConcludedCase[] reported = [.. preview.Recommended, .. preview.Benchmarked];
        var content = (Content(preview, reported, receipt, access.Scope.PersonName, process.Now) with { EventLogHead = await heads.SignAsync(process.Now, cancellation) }).Write();
        var pack = DistrictPack.Seal(
            new DistrictPackId(process.NewId()), preview.Campaign, preview.District.Id, sequence, receipt, content, CanonicalJson.Hash(content), access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        db.Add(pack);
        db.AddRange(reported.Select(row => DistrictPackRow.Create(pack, row.Conclusion, row.Verified!)));
        var taken = await steps.TakeAsync(process, [.. reported.Select(row => row.Declaration)], new CaseStep(CaseAction.Report), cancellation);
        if (!taken.Succeeded)
        {
            return Result<DistrictPackId>.Failure(taken.Errors);
        }

        foreach (var row in reported)
        {
            process.Record(EventKind.CaseReported, row.Declaration, $"区县封存并报送，回执 {receipt}", details: new { pack = pack.Id.Value, pack.ContentHash });
            process.Notify(row.Declaration, Desk.City, $"{preview.District.Name}报送", $"回执 {receipt}，{reported.Length} 项。", Destination.Compliance);
        }

        return pack.Id;
    }

    /// <summary>What a pack says of its cases; the head of the log is put in beside.</summary>
    internal static PackContent Content(PackPreview preview, ConcludedCase[] reported, string receipt, string sealedBy, DateTimeOffset now) => new(
        preview.District.Name,
        preview.District.AuthorityName,
        preview.Campaign.Year,
        receipt,
        ChinaTime.Exact(now),
        sealedBy,
        [.. reported.Select(row => new PackCase(
            row.Declaration.CaseNumber,
            row.Organisation.Name,
            row.Organisation.CreditCode.Value,
            row.Declaration.Purpose.ToString(),
            row.Conclusion.Kind,
            row.Conclusion.Rank,
            row.Conclusion.Reason,
            Points(row.Declared),
            Points(row.Verified!.Total),
            row.Verified.ContentHash,
            row.Opinions))]);

    private static string Points(decimal points) => points.ToString("0.00", CultureInfo.InvariantCulture);
}
