using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Experts;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Application.Tests.Assessments;

/// <summary>Brings cases to the city and through its desk, by the use cases of the city and the experts.</summary>
internal sealed class CityCases(PortalDatabase database)
{
    public const string Officer = "officer@city.example";
    public const string Lead = "lead@city.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A case the district has reported with the declared values as verified ones.</summary>
    public Task<DeclarationId> ReportAsync(string organisation) => ReportAsync(new CaseBuilder(database.Services).ForNewOrganisation(organisation));

    private async Task<DeclarationId> ReportAsync(CaseBuilder builder)
    {
        var id = await builder.SubmitAsync(Cancellation);
        await using var scope = await database.AsAsync("lead@fuling.example", Desk.District, Cancellation);
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PortalDbContext>();
        var access = services.GetRequiredService<CurrentAccess>();
        var declared = await services.GetRequiredService<FrozenScoreReader>().ReadLatestAsync(id, ScoreParty.Declared, Cancellation);
        foreach (var action in new[] { CaseAction.Take, CaseAction.Recommend, CaseAction.Report })
        {
            var taken = await services.GetRequiredService<ProcessRunner>().RunAsync(
                action.ToString(),
                null,
                async process =>
                {
                    var declaration = await db.Declarations.SingleAsync(row => row.Id == id, Cancellation);
                    if (action is CaseAction.Recommend)
                    {
                        await services.GetRequiredService<ScoreFreezer>().FreezeAsync(process, declaration, ScoreParty.Verified, declared!.Facts, declared.Score.AsOf, Cancellation);
                    }

                    return declaration.Take(action, access.Scope.ActorOn(declaration), Enum.GetValues<CaseGuard>(), process.Now);
                },
                Cancellation);
            Assert.True(taken.Succeeded, taken.Succeeded ? "" : taken.Error.Message);
        }

        return id;
    }

    /// <summary>A case that passed the compliance check.</summary>
    public async Task<DeclarationId> PassAsync(string organisation) => await PassAsync(await ReportAsync(organisation));

    private async Task<DeclarationId> PassAsync(DeclarationId id)
    {
        var outcome = await AsAsync<DecideComplianceHandler, Result>(Officer, Desk.City, handler => handler.HandleAsync(
            new DecideCompliance(id, [.. Enum.GetValues<ComplianceItem>().Select(item => new ComplianceAnswer(item, ComplianceVerdict.Ok, null))], ComplianceOutcome.Pass, null), Cancellation));
        Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Error.Message);
        return id;
    }

    /// <summary>A case one expert has assessed.</summary>
    public async Task<DeclarationId> AssessAsync(string organisation) => await AssessAsync(await PassAsync(organisation));

    /// <summary>A park's case one expert has assessed.</summary>
    public async Task<DeclarationId> AssessParkAsync(string park) =>
        await AssessAsync(await PassAsync(await ReportAsync(new CaseBuilder(database.Services).ForNewPark(park))));

    private async Task<DeclarationId> AssessAsync(DeclarationId id)
    {
        var assignment = await AssignAsync(id, "expert1@city.example");
        await AsAsync<DeclareConflictHandler, Result>("expert1@city.example", Desk.Experts, handler => handler.HandleAsync(new DeclareConflict(assignment, false, null), Cancellation));
        var finished = await AsAsync<SaveAssessmentHandler, Result>("expert1@city.example", Desk.Experts, handler => handler.HandleAsync(Assessment(assignment), Cancellation));
        Assert.True(finished.Succeeded, finished.Succeeded ? "" : finished.Error.Message);
        var completed = await AsAsync<CompleteAssessmentHandler, Result>(Officer, Desk.City, handler => handler.HandleAsync(id, Cancellation));
        Assert.True(completed.Succeeded, completed.Succeeded ? "" : completed.Error.Message);
        return id;
    }

    /// <summary>Assigns an expert and returns the assignment.</summary>
    public async Task<ExpertAssignmentId> AssignAsync(DeclarationId id, string expert)
    {
        var person = await AsAsync<PortalDbContext, UserId>(expert, Desk.Experts, async db => new UserId((await db.Users.SingleAsync(row => row.Email == expert, Cancellation)).Id));
        var report = await AsAsync<AssignExpertsHandler, Result<AssignmentReport>>(
            Officer, Desk.City, handler => handler.HandleAsync(new AssignExperts([id], [person], new DateOnly(2026, 8, 20)), Cancellation));
        Assert.Equal(1, report.Value.Assigned);
        return await AsAsync<PortalDbContext, ExpertAssignmentId>(
            Officer, Desk.City, db => db.ExpertAssignments.Where(row => row.DeclarationId == id && row.ExpertId == person).Select(row => row.Id).SingleAsync(Cancellation));
    }

    /// <summary>A complete assessment.</summary>
    public static SaveAssessment Assessment(ExpertAssignmentId assignment) => new(
        assignment,
        [.. new[] { "credibility", "advancement", "exemplarity" }.Select(code => new MarkInput(MarkSubject.Criterion, code, "８.5", null))],
        "数据与现场核实记录一致，计量器具检定有效，做法可以推广。",
        Finish: true);

    /// <summary>Runs one use case as a person at a desk.</summary>
    public async Task<T> AsAsync<TUseCase, T>(string email, Desk desk, Func<TUseCase, Task<T>> run)
        where TUseCase : notnull
    {
        await using var scope = await database.AsAsync(email, desk, Cancellation);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Runs one use case as the public.</summary>
    public async Task<T> AsPublicAsync<TUseCase, T>(Func<TUseCase, Task<T>> run)
        where TUseCase : notnull
    {
        await using var scope = database.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.Public(Seeding.PortalSeeder.Chongqing.Id));
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
