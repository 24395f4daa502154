using System.Globalization;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Samples.Histories;

/// <summary>How a district seals its pack.</summary>
internal static class PackHistory
{
    /// <summary>Seals the concluded cases of one district.</summary>
    public static void Seal(Planting planting, IReadOnlyList<PlantedCase> cases, Person lead, DateTimeOffset at)
    {
        var (campaign, district) = (cases[0].Campaign, cases[0].District);
        var process = planting.Run(ProcessKind.SealDistrictPack, lead, Desk.District, at);
        var concluded = cases.Select(work => new ConcludedCase(
            work.Declaration,
            work.Organisation,
            work.Conclusion!,
            work.Scores[ScoreParty.Declared].Total,
            work.Scores.GetValueOrDefault(ScoreParty.Verified),
            null,
            [.. work.Opinions.OrderBy(row => row.Department.Kind.ToString(), StringComparer.Ordinal)
                .Select(row => new PackOpinion(row.Department.Name, row.Opinion.Kind is { } kind ? ReviewWords.Of(kind) : "逾期未反馈", row.Opinion.Text, []))])
        {
            RuleSet = work.RuleSet.RuleSet.Title,
            Visit = work.Visit is { CompletedAt: not null } visit ? visit : null,
        }).ToList();
        var preview = new PackPreview(district, campaign, concluded, [], []);
        var reported = preview.Reported;
        var receipt = string.Create(CultureInfo.InvariantCulture, $"B{campaign.Year}-{district.Position:D2}-1");
        var content = SealPackHandler.Content(preview, receipt, lead.Name, at).Write();
        var pack = DistrictPack.Seal(new DistrictPackId(process.NewId()), campaign, district.Id, 1, receipt, content, CanonicalJson.Hash(content), lead.Id, lead.Name, at);
        planting.Store.Add(pack);
        planting.Store.AddRange(reported.Select(row => DistrictPackRow.Create(pack, row.Case.Conclusion, row.Place, row.Case.Verified!)));
        foreach (var row in reported)
        {
            cases.First(work => work.Declaration == row.Case.Declaration).Take(CaseAction.Report, lead, Role.DistrictLead, at);
            process.Record(EventKind.CaseReported, row.Case.Declaration, $"区县封存并报送，回执 {receipt}", details: new { pack = pack.Id.Value, pack.ContentHash });
        }
    }
}
