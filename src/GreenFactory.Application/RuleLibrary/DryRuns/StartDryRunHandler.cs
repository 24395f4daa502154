using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary.DryRuns;

/// <summary>What the line of a dry run is drawn by.</summary>
public enum DryRunLine
{
    /// <summary>No line.</summary>
    None,

    /// <summary>A total in points.</summary>
    Points,

    /// <summary>A number of places.</summary>
    Places,
}

/// <summary>Tries a version on the submissions of a campaign.</summary>
/// <param name="Version">The version to try.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Base">The version that scored the submissions.</param>
/// <param name="LineKind">How the line is drawn.</param>
/// <param name="Line">The line as typed.</param>
public sealed record StartDryRun(RuleSetVersionId Version, CampaignId Campaign, RuleSetVersionId Base, DryRunLine LineKind, string? Line);

/// <summary>Starts a dry run; the work itself is done in the background.</summary>
public sealed class StartDryRunHandler(PortalDbContext db, CurrentAccess access, FrozenSubmissionReader submissions, ProcessRunner runner)
{
    private const decimal HighestLine = 1000m;
    private const decimal MostPlaces = 100_000m;

    /// <summary>Starts.</summary>
    public Task<Result<DryRunId>> HandleAsync(StartDryRun command, CancellationToken cancellation) => runner.RunAsync<DryRunId>(
        ProcessKind.StartDryRun,
        null,
        async process =>
        {
            if (await db.RuleSetVersions.FirstOrDefaultAsync(row => row.Id == command.Version, cancellation) is not { } version)
            {
                return ProcessErrors.NotFound;
            }

            var line = LineOf(command);
            if (!line.Succeeded)
            {
                return line.Error;
            }

            var campaign = await db.Campaigns.FirstOrDefaultAsync(row => row.Id == command.Campaign, cancellation);
            var scored = await db.RuleSetVersions.FirstOrDefaultAsync(row => row.Id == command.Base, cancellation);
            if (campaign is null || scored is null)
            {
                return DryRunErrors.NoSubmissions;
            }

            if (scored.Kind != version.Kind)
            {
                return DryRunErrors.OtherKind;
            }

            if (!CompiledRuleSet.TryCompile(RuleSetDocuments.SetOf(version), out _, out _))
            {
                return DryRunErrors.HasMistakes;
            }

            if (await db.DryRuns.AnyAsync(row => row.VersionId == version.Id && row.State == DryRunState.Running, cancellation))
            {
                return DryRunErrors.Running;
            }

            var total = await submissions.Until(process.Now).CountAsync(row => row.Campaign == campaign.Id && row.Version == scored.Id, cancellation);
            if (total == 0)
            {
                return DryRunErrors.NoSubmissions;
            }

            var (points, places) = line.Value;
            var run = DryRun.Start(new DryRunId(process.NewId()), campaign, scored, version, points, places, total, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
            db.Add(run);
            process.Enqueue(DryRunStep.Kind, new DryRunStep(run.Id.Value));
            process.Record(EventKind.DryRunStarted, $"试算“{version.Title}”{version.Version}：{campaign.Title}，{total} 份申报", new { version = version.Id.Value, hash = version.ContentHash, campaign = campaign.Id.Value });
            return run.Id;
        },
        cancellation);

    private static Result<(decimal? Points, int? Places)> LineOf(StartDryRun command)
    {
        if (command.LineKind is DryRunLine.None)
        {
            return ((decimal?)null, (int?)null);
        }

        var isNumber = TypedText.TryReadNumber(command.Line ?? "", out var number, out _);
        if (command.LineKind is DryRunLine.Points)
        {
            if (!isNumber || number is < 0m or > HighestLine)
            {
                return DryRunErrors.LinePoints;
            }

            return ((decimal?)number, (int?)null);
        }

        if (!isNumber || number is < 1m or > MostPlaces || decimal.Truncate(number) != number)
        {
            return DryRunErrors.LinePlaces;
        }

        return ((decimal?)null, (int?)(int)number);
    }
}
