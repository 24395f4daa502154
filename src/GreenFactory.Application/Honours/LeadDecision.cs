using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Application.Honours;

/// <summary>What every decision about the list after publication begins with: only the city's lead decides, with a reason.</summary>
internal static class LeadDecision
{
    private const int ShortestReason = 5;
    private const int LongestReason = 1000;

    /// <summary>Decides in a process of its own, or says why not.</summary>
    /// <param name="access">Who is at which desk.</param>
    /// <param name="runner">Runs the process.</param>
    /// <param name="kind">What is decided.</param>
    /// <param name="given">The reason as typed.</param>
    /// <param name="code">Code of the refusal of a reason.</param>
    /// <param name="decide">The decision, with the reason without space around it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<Result> RunAsync(
        CurrentAccess access, ProcessRunner runner, ProcessKind kind, string? given, string code, Func<RunningProcess, string, Task<Result>> decide, CancellationToken cancellation)
    {
        if (!access.Scope.AtThisDesk.Any(membership => membership.Role is Role.CityLead))
        {
            return RemovalErrors.LeadOnly;
        }

        var reason = WrittenText.Said(given);
        return WrittenText.IsBetween(reason, ShortestReason, LongestReason)
            ? await runner.RunAsync(kind, reason, process => decide(process, reason), cancellation)
            : new Error(code, LengthRules.Refusal("决定理由", reason, ShortestReason, LongestReason), "Reason");
    }
}
