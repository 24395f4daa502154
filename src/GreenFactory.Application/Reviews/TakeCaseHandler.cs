using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Application.Reviews;

/// <summary>An officer takes a submitted case into review (受理).</summary>
public sealed class TakeCaseHandler(ProcessRunner runner, CaseSteps steps)
{
    /// <summary>Takes one case.</summary>
    public Task<Result> HandleAsync(DeclarationId id, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.TakeCase, null, process => steps.TakeAsync(process, id, new CaseStep(CaseAction.Take), declaration => Tell(process, declaration), cancellation), cancellation);

    private static void Tell(RunningProcess process, Declaration declaration)
    {
        process.Record(EventKind.CaseTaken, declaration, "区县受理，开始初审");
        process.Notify(declaration, Desk.Apply, "申报已受理", "区县已受理您的申报，正在初审。", Destination.Case(declaration.Id));
    }
}
