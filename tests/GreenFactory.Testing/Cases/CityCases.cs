using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Experts;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Testing.Cases;

/// <summary>Brings cases to the city and through its desk, by the use cases of the city and the experts.</summary>
public sealed class CityCases(IServiceProvider services, CancellationToken cancellation)
{
    /// <summary>The officer who checks and assigns.</summary>
    public const string Officer = "officer@city.example";

    /// <summary>The lead who decides and publishes.</summary>
    public const string Lead = "lead@city.example";

    /// <summary>A case the district has reported with the declared values as verified ones.</summary>
    public Task<DeclarationId> ReportAsync(string organisation) => ReportAsync(new CaseBuilder(services).ForNewOrganisation(organisation));

    /// <summary>A case of a builder that the district has reported.</summary>
    public async Task<DeclarationId> ReportAsync(CaseBuilder builder)
    {
        var id = await builder.SubmitAsync(cancellation);
        await using var scope = await PersonScope.OpenAsync(services, "lead@fuling.example", Desk.District, cancellation);
        var work = scope.ServiceProvider;
        var db = work.GetRequiredService<PortalDbContext>();
        var access = work.GetRequiredService<CurrentAccess>();
        var declared = await work.GetRequiredService<FrozenScoreReader>().ReadLatestAsync(id, ScoreParty.Declared, cancellation);
        foreach (var (action, kind) in new[] { (CaseAction.Take, ProcessKind.TakeCase), (CaseAction.Recommend, ProcessKind.ConcludeReview), (CaseAction.Report, ProcessKind.SealDistrictPack) })
        {
            var taken = await work.GetRequiredService<ProcessRunner>().RunAsync(
                kind,
                null,
                async process =>
                {
                    var declaration = await db.Declarations.SingleAsync(row => row.Id == id, cancellation);
                    if (action is CaseAction.Recommend)
                    {
                        await work.GetRequiredService<ScoreFreezer>().FreezeAsync(process, declaration, ScoreParty.Verified, declared!.Facts, declared.Score.AsOf, cancellation);
                    }

                    return declaration.Take(action, access.Scope.ActorOn(declaration), Enum.GetValues<CaseGuard>(), process.Now);
                },
                cancellation);
            Demand(taken);
        }

        return id;
    }

    /// <summary>A case that passed the compliance check.</summary>
    public async Task<DeclarationId> PassAsync(string organisation) => await PassAsync(await ReportAsync(organisation));

    /// <summary>Passes the compliance check.</summary>
    public async Task<DeclarationId> PassAsync(DeclarationId id)
    {
        var outcome = await AsAsync<DecideComplianceHandler, Result>(Officer, Desk.City, handler => handler.HandleAsync(
            new DecideCompliance(id, [.. Enum.GetValues<ComplianceItem>().Select(item => new ComplianceAnswer(item, ComplianceVerdict.Ok, null))], ComplianceOutcome.Pass, null), cancellation));
        Demand(outcome);
        return id;
    }

    /// <summary>A case one expert has assessed.</summary>
    public async Task<DeclarationId> AssessAsync(string organisation) => await AssessAsync(await PassAsync(organisation));

    /// <summary>A park's case one expert has assessed.</summary>
    public async Task<DeclarationId> AssessParkAsync(string park) =>
        await AssessAsync(await PassAsync(await ReportAsync(new CaseBuilder(services).ForNewPark(park))));

    /// <summary>As many experts assess as the rule of the campaign asks for, one where it has none yet, and the panel closes.</summary>
    public async Task<DeclarationId> AssessAsync(DeclarationId id)
    {
        await AskForOneReviewAsync(id);
        var reviews = await AsAsync<PortalDbContext, int>(Officer, Desk.City, db => db.Declarations.Where(row => row.Id == id)
            .Join(db.AssessmentRules, row => row.CampaignId, rule => rule.CampaignId, (row, rule) => rule.RequiredReviews).SingleAsync(cancellation));
        foreach (var expert in Enumerable.Range(1, reviews).Select(number => $"expert{number}@city.example"))
        {
            var assignment = await AssignAsync(id, expert);
            await AsAsync<DeclareConflictHandler, Result>(expert, Desk.Experts, handler => handler.HandleAsync(new DeclareConflict(assignment, false, null), cancellation));
            Demand(await AsAsync<SaveAssessmentHandler, Result>(expert, Desk.Experts, handler => handler.HandleAsync(Assessment(assignment), cancellation)));
        }

        var completed = await AsAsync<CompleteAssessmentHandler, Result>(Officer, Desk.City, handler => handler.HandleAsync(new CompleteAssessment(id), cancellation));
        Demand(completed);
        return id;
    }

    /// <summary>Lets one review be enough for the campaign of a case, unless its rule is set.</summary>
    private async Task AskForOneReviewAsync(DeclarationId id)
    {
        var campaign = await AsAsync<PortalDbContext, CampaignId?>(Officer, Desk.City, db => db.Declarations
            .Where(row => row.Id == id && !db.AssessmentRules.Any(rule => rule.CampaignId == row.CampaignId)).Select(row => (CampaignId?)row.CampaignId).FirstOrDefaultAsync(cancellation));
        if (campaign is { } unset)
        {
            Demand(await AsAsync<SetAssessmentRuleHandler, Result>(Officer, Desk.City, handler => handler.HandleAsync(new SetAssessmentRule(unset, PanelMethod.Mean, 1, 30m, false), cancellation)));
        }
    }

    /// <summary>Assigns an expert and returns the assignment.</summary>
    public async Task<ExpertAssignmentId> AssignAsync(DeclarationId id, string expert)
    {
        await AskForOneReviewAsync(id);
        var person = await AsAsync<PortalDbContext, UserId>(expert, Desk.Experts, async db => new UserId((await db.Users.SingleAsync(row => row.Email == expert, cancellation)).Id));
        var due = ChinaTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow()).AddDays(14);
        var report = await AsAsync<AssignExpertsHandler, Result<AssignmentReport>>(
            Officer, Desk.City, handler => handler.HandleAsync(new AssignExperts([id], [person], due), cancellation));
        if (report.Value.Assigned != 1)
        {
            throw new InvalidOperationException($"{expert} was not assigned: {string.Join(' ', report.Value.Skipped.Select(skip => skip.Reason))}");
        }

        return await AsAsync<PortalDbContext, ExpertAssignmentId>(
            Officer, Desk.City, db => db.ExpertAssignments.Where(row => row.DeclarationId == id && row.ExpertId == person).Select(row => row.Id).SingleAsync(cancellation));
    }

    /// <summary>A complete assessment.</summary>
    public static SaveAssessment Assessment(ExpertAssignmentId assignment) => new(
        assignment,
        [.. new[] { "credibility", "advancement", "exemplarity" }.Select(code => new MarkInput(MarkSubject.Criterion, code, "８.5", null))],
        "数据与现场核实记录一致，计量器具检定有效，做法可以推广。",
        Finish: true);

    /// <summary>The campaign the city works on when no year is asked for.</summary>
    public Task<CampaignId> CampaignAsync() => AsAsync<CampaignChoiceReader, CampaignId>(Officer, Desk.City, async reader => (await reader.FindAsync(null, cancellation))!.Id);

    /// <summary>Runs one use case as a person at a desk.</summary>
    public async Task<T> AsAsync<TUseCase, T>(string email, Desk desk, Func<TUseCase, Task<T>> run)
        where TUseCase : notnull
    {
        await using var scope = await PersonScope.OpenAsync(services, email, desk, cancellation);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Runs one use case as the public.</summary>
    public async Task<T> AsPublicAsync<TUseCase, T>(Func<TUseCase, Task<T>> run)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.Public(PortalSeeder.Chongqing.Id));
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Throws when a step of a test's way was refused.</summary>
    internal static void Demand(Result outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(outcome.Error.Message);
        }
    }
}
