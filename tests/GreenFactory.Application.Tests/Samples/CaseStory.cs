using System.Globalization;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Evidence;
using GreenFactory.Application.Experts;
using GreenFactory.Application.Ports;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Samples;
using GreenFactory.Samples.Bulk;
using GreenFactory.Samples.Histories;
using GreenFactory.Samples.Invented;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GreenFactory.Application.Tests.Samples;

/// <summary>The life of one case from its first page to its final score, told twice: by the use cases of the people, and by planting its rows.</summary>
/// <param name="start">The moment it begins.</param>
internal sealed class CaseStory(DateTimeOffset start)
{
    private const string Signer = "signer@parts.example";
    private const string Industry = "3670";
    private const string Reason = "指标核定属实，现场核实一致。";
    private const string Conclusion = "生产正常，与申报一致。";
    private const string Comment = "数据与现场核实记录一致，计量器具检定有效，做法可以推广。";
    private const string Correction = "按统计报表核减。";
    private static readonly DateOnly Day = new(2026, 7, 6);
    private static readonly DateOnly Last = new(2026, 7, 13);
    private static readonly DateOnly PanelLast = new(2026, 7, 20);
    private static readonly string[] Officers = ["陈雨桐", "冉建国"];
    private const string Note = "第三位专家按上年材料评分，已请其复核，以三位专家的意见为准。";

    private static readonly (string Email, string Name)[] Experts = [("expert1@city.example", "邓教授"), ("expert2@city.example", "曾高工"), ("expert3@city.example", "吴研究员")];

    /// <summary>What each of them gives to every criterion: the last is far from the others, so that the city has to explain.</summary>
    private static readonly decimal[] Points = [9m, 8.5m, 5m];
    private static readonly string[] Marks = ["credibility", "advancement", "exemplarity"];

    /// <summary>By the use cases.</summary>
    public async Task HandleAsync(PortalDatabase portal, CancellationToken cancellation)
    {
        var (world, papers, _) = await PrepareAsync(portal, cancellation);
        var city = new CityCases(portal.Services, cancellation);
        var unit = world.Organisations[DemonstrationAccounts.PartsMaker];
        var typed = Typed(world, unit);
        var set = world.RulesFor(Industry).Set.RuleSet;
        Task<T> Apply<TUseCase, T>(Func<TUseCase, Task<T>> run)
            where TUseCase : notnull => city.AsAsync(Signer, Desk.Apply, run);

        var id = (await Apply<BeginDeclarationHandler, Result<DeclarationId>>(handler => handler.HandleAsync(new BeginDeclaration(unit.Id, DeclarationPurpose.NewEntry), cancellation))).Value;
        Done(await Apply<ChooseRuleSetHandler, Result>(handler => handler.HandleAsync(new ChooseRuleSet(id, Industry, null, ""), cancellation)));
        foreach (var section in new[] { SectionCodes.Profile, SectionCodes.Gates }.Concat(set.Groups.Select(group => group.Code)))
        {
            var fields = SectionLayout.Fields(unit.Kind, set, section).Select(field => field.Name).Where(typed.ContainsKey).ToDictionary(field => field, field => typed[field]);
            Done((await Apply<SaveSectionHandler, Result<SectionSaved>>(handler => handler.HandleAsync(new SaveSection(id, section, FormToken.Open(0), fields, null), cancellation))).ToResult());
        }

        var store = portal.Services.GetRequiredService<IFileStore>();
        foreach (var (subject, paper) in Proofs(world, typed, papers))
        {
            using var copy = await ReadAsync(store, paper, cancellation);
            Done((await Apply<UploadEvidenceHandler, Result<EvidenceFile>>(handler => handler.HandleAsync(new UploadEvidence(id, subject, paper.Name, copy), cancellation))).ToResult());
        }

        Done((await Apply<SubmitDeclarationHandler, Result<SubmissionMade>>(handler => handler.HandleAsync(new SubmitDeclaration(id, Guid.NewGuid(), true, "罗一鸣"), cancellation))).ToResult());
        await ReviewAsync(new DistrictReview(portal.Services, id, cancellation), papers, store, cancellation);
        await city.PassAsync(id);
        var assignments = await AssignAsync(city, id, cancellation);
        foreach (var (index, (expert, _)) in Experts.Index())
        {
            Done(await city.AsAsync<DeclareConflictHandler, Result>(expert, Desk.Experts, handler => handler.HandleAsync(new DeclareConflict(assignments[index], false, null), cancellation)));
            Done(await city.AsAsync<SaveAssessmentHandler, Result>(expert, Desk.Experts, handler => handler.HandleAsync(new SaveAssessment(
                assignments[index], [.. Marks.Select(code => new MarkInput(MarkSubject.Criterion, code, Points[index].ToString(CultureInfo.InvariantCulture), null))], Comment, Finish: true), cancellation)));
        }

        Done(await city.AsAsync<CompleteAssessmentHandler, Result>(CityCases.Officer, Desk.City, handler => handler.HandleAsync(new CompleteAssessment(id, Note: Note), cancellation)));
    }

    /// <summary>By planting.</summary>
    public async Task PlantAsync(PortalDatabase portal, CancellationToken cancellation)
    {
        var (world, papers, people) = await PrepareAsync(portal, cancellation);
        var planting = new Planting(PortalSeeder.Chongqing.Id, "story", start.AddHours(8));
        var unit = world.Organisations[DemonstrationAccounts.PartsMaker];
        var rules = world.RulesFor(Industry);
        var typed = Typed(world, unit);
        var work = new PlantedCase
        {
            Campaign = world.Campaign,
            Organisation = unit,
            District = world.Districts[0],
            Signer = people[(Role.ApplicantSigner, unit.Id.Value)].Single(),
            RuleSet = rules.Set,
            RuleSetVersion = rules.Version,
            Industry = new IndustryCodeReader().Find(Industry),
            Number = "F2026-0102-001",
            Typed = typed,
        };
        planting.Store.Add(CaseNumberCounter.Create(planting.Municipality, "F2026-0102", 1));
        var applicant = new ApplicantHistory(planting, work);
        applicant.Begin(start);
        foreach (var (index, section) in new[] { SectionCodes.Profile, SectionCodes.Gates }.Concat(rules.Set.RuleSet.Groups.Select(group => group.Code)).Index())
        {
            applicant.Save(section, start.AddMinutes(10 + index), sits: index > 0);
        }

        foreach (var (subject, paper) in Proofs(world, typed, papers))
        {
            applicant.Upload(subject, paper, start.AddMinutes(30));
        }

        applicant.Submit(start.AddMinutes(40));
        var district = Review(planting, work, world, papers);
        PackHistory.Seal(planting, [work], people[(Role.DistrictLead, district.Value)].Single(), start.AddMinutes(150));
        var city = new CityHistory(planting, work, people[(Role.CityOfficer, null)].Single());
        city.DecideCompliance(null, null, start.AddMinutes(160));
        var panel = city.Assign([.. Experts.Select(expert => people[(Role.Expert, null)].First(person => person.Name == expert.Name))], PanelLast, first: true, start.AddMinutes(170));
        foreach (var (index, assignment) in panel.Index())
        {
            city.Declare(assignment, null, start.AddMinutes(180));
            city.Assess(assignment, [.. Marks.Select(code => (code, (decimal?)Points[index]))], Comment, finish: true, start.AddMinutes(190));
        }

        city.Complete(Note, start.AddMinutes(200));
        await WriteAsync(portal, planting, cancellation);
    }

    private async Task ReviewAsync(DistrictReview review, PaperShelf papers, IFileStore store, CancellationToken cancellation)
    {
        Done(await review.TakeAsync());
        var seen = (await review.ReadAsync())!;
        foreach (var (index, row) in seen.VerifiedSheet.Indicators.Index())
        {
            Done(index == 1 ? await review.RuleAsync(row.Code, VerdictKind.Correct, Correction, new TypedValue("inputs.carbon_total", "9000")) : await review.RuleAsync(row.Code, VerdictKind.Accept));
        }

        var id = review.Id;
        Done(await review.RunAsync<PlanVisitHandler, Result>(DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(id, Day, SiteVisit.Morning, string.Join('、', Officers)), cancellation)));
        var photo = papers.Photograph(0);
        using var copy = await ReadAsync(store, photo, cancellation);
        Done(await review.RunAsync<AddVisitPhotoHandler, Result>(DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(id, copy, photo.Name, cancellation)));
        var items = Enumerable.Range(1, 60).Select(position => new FoundItem(position, position == 5 ? VisitResult.Mismatch : VisitResult.Match, position == 5 ? "台账不一致。" : null)).ToList();
        Done((await review.RunAsync<RecordVisitHandler, Result<VisitRecorded>>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new RecordVisit(id, items, "罗一鸣（负责人）", Conclusion, Complete: true, Seen: 1), cancellation))).ToResult());
        Done(await review.RunAsync<AskDepartmentsHandler, Result>(DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new AskDepartments(id, Last), cancellation)));
        await review.HearAsync(OpinionKind.Comment, "已完成整改。");
        Done(await review.ConcludeAsync(ConclusionKind.Recommend, Reason));
        Done((await review.SealAsync()).ToResult());
    }

    private DistrictId Review(Planting planting, PlantedCase work, World world, PaperShelf papers)
    {
        var district = world.Districts[0];
        var review = new DistrictHistory(planting, work, world.People[(Role.DistrictOfficer, district.Id.Value)].Single());
        review.Take(start.AddMinutes(50));
        foreach (var (index, row) in work.Sheet.Indicators.Index())
        {
            var corrected = index == 1;
            var answer = corrected ? DeclaredAnswers.Of(work.RuleSet, work.Facts, row.Code).First(one => one.Path == "inputs.carbon_total") : null;
            review.Rule(
                row.Code,
                corrected ? VerdictKind.Correct : VerdictKind.Accept,
                corrected ? Correction : "",
                answer is null ? [] : [new Correction(answer.Path, answer.Label, answer.Answer!.Parts, ["9000"])],
                start.AddMinutes(60 + index));
        }

        review.PlanVisit(Day, SiteVisit.Morning, Officers, start.AddMinutes(100));
        review.Photograph(papers.Photograph(0), start.AddMinutes(105));
        review.RecordVisit("罗一鸣（负责人）", Conclusion, new Dictionary<int, string> { [5] = "台账不一致。" }, start.AddMinutes(110));
        var departments = world.Departments[district.Id].ToList();
        review.Ask(departments, Last, start.AddMinutes(120));
        foreach (var department in departments)
        {
            review.Opine(department.Kind, world.People[(Role.DepartmentOfficer, department.Id.Value)].Single(), OpinionKind.Comment, "已完成整改。", start.AddMinutes(130));
        }

        review.Conclude(ConclusionKind.Recommend, Reason, start.AddMinutes(140));
        return district.Id;
    }

    private static async Task<IReadOnlyList<ExpertAssignmentId>> AssignAsync(CityCases city, DeclarationId id, CancellationToken cancellation)
    {
        var experts = new List<UserId>();
        foreach (var (email, _) in Experts)
        {
            experts.Add(await city.AsAsync<PortalDbContext, UserId>(email, Desk.Experts, async db => new UserId((await db.Users.SingleAsync(row => row.Email == email, cancellation)).Id)));
        }

        Done((await city.AsAsync<AssignExpertsHandler, Result<AssignmentReport>>(CityCases.Officer, Desk.City, handler => handler.HandleAsync(new AssignExperts([id], experts, PanelLast), cancellation))).ToResult());
        var made = await city.AsAsync<PortalDbContext, Dictionary<UserId, ExpertAssignmentId>>(
            CityCases.Officer, Desk.City, db => db.ExpertAssignments.ToDictionaryAsync(row => row.ExpertId, row => row.Id, cancellation));
        return [.. experts.Select(expert => made[expert])];
    }

    private static Dictionary<string, IReadOnlyList<string>> Typed(World world, Organisation unit)
    {
        var chance = Chance.Of("story");
        return ProfileAnswers.Of(unit, new Person(default, "罗一鸣"), "零部件", FactoryAnswers.Of(world.RulesFor(Industry).Set.RuleSet, chance), chance);
    }

    private static IEnumerable<(string Subject, StoredPaper Paper)> Proofs(World world, IReadOnlyDictionary<string, IReadOnlyList<string>> typed, PaperShelf papers)
    {
        var rules = world.RulesFor(Industry).Set;
        var sheet = rules.Evaluate(DeclaredFacts.From(rules.RuleSet, field => typed.GetValueOrDefault(field, [])).Facts, world.Campaign.ParametersAsOf);
        return rules.RuleSet.Gates.Where(CaseProgress.NeedsFile).Select(gate => (gate.Code, papers.For(gate.Evidence[0])))
            .Concat(rules.RuleSet.Indicators.Where(row => CaseProgress.NeedsFile(row, sheet.Indicators.First(score => score.Code == row.Code))).Select(row => (row.Code, papers.For(row.Evidence[0]))));
    }

    private static async Task<(World World, PaperShelf Papers, ILookup<(Role, Guid?), Person> People)> PrepareAsync(PortalDatabase portal, CancellationToken cancellation)
    {
        await using var db = PortalMigrator.OpenAsOwner(portal.OwnerConnectionString, SampleWork.Access());
        var world = await World.ReadAsync(db, new CompiledRuleSetCache(), cancellation);
        var papers = await new SampleWork(portal.OwnerConnectionString, db, new SampleOptions(SampleOptions.Fewest, "story")).FillShelfAsync(portal.Services.GetRequiredService<IFileStore>(), world, cancellation);
        return (world, papers, world.People);
    }

    private static async Task WriteAsync(PortalDatabase portal, Planting planting, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var db = PortalMigrator.OpenAsOwner(portal.OwnerConnectionString, SampleWork.Access());
        await using var writer = new BulkWriter(connection, db.Model, planting.Store);
        await writer.BeginAsync(cancellation);
        await writer.WriteAsync(cancellation);
        await writer.EndAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<MemoryStream> ReadAsync(IFileStore store, StoredPaper paper, CancellationToken cancellation)
    {
        var copy = new MemoryStream();
        await using var content = (await store.OpenAsync(new MunicipalityFolder("cq"), FileHash.TryParse(paper.Hash, out var hash) ? hash : default, cancellation))!;
        await content.CopyToAsync(copy, cancellation);
        copy.Position = 0;
        return copy;
    }

    private static void Done(Result outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException($"{outcome.Error.Code} {outcome.Error.Message}");
        }
    }
}
