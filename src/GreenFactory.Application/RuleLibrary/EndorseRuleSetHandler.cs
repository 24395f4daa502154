using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>One person takes responsibility for using a version that is not the official text.</summary>
/// <param name="Id">The version.</param>
/// <param name="Reason">On what ground, 5 to 500 characters.</param>
public sealed record EndorseRuleSet(RuleSetVersionId Id, string? Reason);

/// <summary>Records endorsements; two people give one each before a campaign pins the version.</summary>
public sealed class EndorseRuleSetHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Records it.</summary>
    public Task<Result> HandleAsync(EndorseRuleSet command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.EndorseRuleSet,
        command.Reason,
        async process =>
        {
            if (await db.RuleSetVersions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.Id, cancellation) is not { } version)
            {
                return ProcessErrors.NotFound;
            }

            var earlier = await db.RuleSetEndorsements.Where(row => row.RuleSetVersionId == version.Id).Select(row => row.EndorsedBy).ToListAsync(cancellation);
            var given = RuleSetEndorsement.Give(
                new RuleSetEndorsementId(process.NewId()), version, earlier, command.Reason, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
            if (!given.Succeeded)
            {
                return Result.Failure(given.Errors);
            }

            db.Add(given.Value);
            process.Record(EventKind.RuleSetEndorsed, $"确认“{version.Title}”{version.Version} 可用于批次（第 {earlier.Count + 1} 人）", new { version = version.Id.Value, hash = version.ContentHash });
            return Result.Success;
        },
        cancellation);
}
