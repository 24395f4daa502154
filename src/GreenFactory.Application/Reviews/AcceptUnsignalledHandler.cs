using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Reviews;

/// <summary>An indicator that is to be accepted, as the page showed it.</summary>
public sealed record SeenIndicator(string Code, IndicatorStamp Seen);

/// <summary>An officer accepts, in one step, indicators that carry no signal.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Indicators">The indicators.</param>
public sealed record AcceptUnsignalled(DeclarationId Declaration, IReadOnlyList<SeenIndicator> Indicators);

/// <summary>What became of it.</summary>
/// <param name="Accepted">How many were accepted.</param>
/// <param name="LeftOut">Those that were not, each with the reason.</param>
public sealed record AcceptedIndicators(int Accepted, IReadOnlyList<(string Indicator, string Reason)> LeftOut);

/// <summary>
/// Accepts what is without a signal and without a verdict, stands as the page showed it, and whose evidence this officer has opened. Each is a verdict of its own with
/// its event, which names the files that were opened; what does not hold is left out and said.
/// </summary>
public sealed class AcceptUnsignalledHandler(CurrentAccess access, ProcessRunner runner, CaseSteps steps, WorkbenchQuery workbench, FourEyesReader fourEyes, PortalDbContext db)
{
    /// <summary>Accepts.</summary>
    public Task<Result<AcceptedIndicators>> HandleAsync(AcceptUnsignalled command, CancellationToken cancellation) =>
        runner.RunAsync<AcceptedIndicators>(ProcessKind.AcceptUnsignalled, null, process => AcceptAsync(command, process, cancellation), cancellation);

    private async Task<Result<AcceptedIndicators>> AcceptAsync(AcceptUnsignalled command, RunningProcess process, CancellationToken cancellation)
    {
        if (await steps.FindAsync(command.Declaration, cancellation) is not { } declaration || await workbench.ReadAsync(command.Declaration, cancellation) is not { } bench)
        {
            return ProcessErrors.NotFound;
        }

        if (declaration.State is not CaseState.DistrictReview)
        {
            return DistrictErrors.NotInReview(declaration.State);
        }

        if ((await fourEyes.InvolvedAsync(access.Scope.RequiredUser, access.Scope.Desk, [declaration.Id], cancellation)).Count > 0)
        {
            return DeclarationErrors.GuardNotMet(CaseGuard.FourEyes);
        }

        var open = UnsignalledIndicator.Of(bench).ToDictionary(row => row.Indicator.Code);
        var leftOut = new List<(string, string)>();
        var accepted = 0;
        foreach (var asked in command.Indicators.DistinctBy(row => row.Code))
        {
            if (Refuse(asked, open.GetValueOrDefault(asked.Code)) is { } reason)
            {
                leftOut.Add((bench.Review.VerifiedSheet.Indicators.FirstOrDefault(row => row.Code == asked.Code)?.Name ?? "指标", reason));
                continue;
            }

            Accept(process, declaration, bench.Review, open[asked.Code]);
            accepted++;
        }

        return accepted > 0 ? new AcceptedIndicators(accepted, leftOut) : DistrictErrors.NothingToAccept;
    }

    private static string? Refuse(SeenIndicator asked, UnsignalledIndicator? now) => now switch
    {
        null => "已有核定意见或出现信号，请逐项核定",
        _ when asked.Seen != now.Seen => "填报值或核定意见有变化，请核对后再办理",
        { IsReady: false } => $"还有 {now.Unopened.Count} 份材料没有打开：{string.Join("、", now.Unopened.Select(file => file.FileName))}",
        _ => null,
    };

    private void Accept(RunningProcess process, Declaration declaration, CaseReview review, UnsignalledIndicator row)
    {
        var verdict = IndicatorVerdict.Give(
            new IndicatorVerdictId(process.NewId()),
            declaration,
            row.Indicator.Code,
            row.Seen.Verdict + 1,
            VerdictKind.Accept,
            Correction.Write([]),
            "",
            DeclaredAnswers.HashOf(review.Declared.RuleSet, review.Declared.Facts, row.Indicator.Code),
            access.Scope.RequiredUser,
            access.Scope.PersonName,
            process.Now);
        db.Add(verdict);
        process.Record(
            EventKind.IndicatorAccepted,
            declaration,
            $"核定指标“{row.Indicator.Name}”：{ReviewWords.Of(VerdictKind.Accept)}（无质量信号，已查看材料 {row.Files.Count} 份）",
            new { Indicator = row.Indicator.Code, verdict.Sequence, opened = row.Files.Select(file => file.ContentHash).ToList() });
    }
}
