using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Publishes a checked version.</summary>
/// <param name="Id">The version.</param>
/// <param name="Seal">Seal over document and golden cases that the publisher has seen: what is published is what was seen.</param>
public sealed record PublishRuleSet(RuleSetVersionId Id, string? Seal);

/// <summary>Puts a checked version in force: by a second person, checked once more, exactly as seen.</summary>
public sealed class PublishRuleSetHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Publishes.</summary>
    public Task<Result> HandleAsync(PublishRuleSet command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.PublishRuleSet,
        null,
        async process =>
        {
            if (await db.RuleSetVersions.FirstOrDefaultAsync(row => row.Id == command.Id, cancellation) is not { } version)
            {
                return ProcessErrors.NotFound;
            }

            if (RuleSetDocuments.SealOf(version) != command.Seal)
            {
                return ProcessErrors.ChangedMeanwhile;
            }

            if (version.IsEditable && !RuleSetDocuments.Check(RuleSetDocuments.SetOf(version), version.GoldenCases).IsGreen)
            {
                return Domain.RuleLibrary.RuleSetErrors.NotChecked;
            }

            process.Record(EventKind.RuleSetPublished, $"发布“{version.Title}”{version.Version}，编制 {version.DraftedByName}", new { version = version.Id.Value, hash = version.ContentHash });
            return version.Publish(access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        },
        cancellation);
}
