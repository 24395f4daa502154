using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Testing.Cases;

/// <summary>
/// Brings cases to the district without the pages: organisation, declaration with the general rule set, answers, evidence,
/// submission and frozen score, through the entities and the score freezer, as the app role under row security.
/// </summary>
/// <param name="services">The services of the program under test.</param>
public sealed class CaseBuilder(IServiceProvider services)
{
    private readonly List<(string Subject, string FileName, string MediaType, byte[] Content)> evidence = [];
    private readonly Dictionary<string, string> profile = [];
    private Facts facts = SampleFacts.CementWorks;
    private string signer = "signer@cement.example";
    private string? organisation;
    private OrganisationKind kind = OrganisationKind.Factory;
    private string ruleSetId = "gbt36132-2025";
    private DeclarationPurpose purpose = DeclarationPurpose.NewEntry;

    /// <summary>Signs as another applicant of the demonstration, for that person's organisation.</summary>
    public CaseBuilder SignedBy(string email)
    {
        signer = email;
        return this;
    }

    /// <summary>Makes a new organisation in 涪陵区 for the signer, so that several cases can stand side by side.</summary>
    public CaseBuilder ForNewOrganisation(string name)
    {
        organisation = name;
        return this;
    }

    /// <summary>Makes a new park in 涪陵区 for the signer of the demonstration's park, scored by the park rule set.</summary>
    public CaseBuilder ForNewPark(string name)
    {
        organisation = name;
        kind = OrganisationKind.Park;
        ruleSetId = SampleFacts.ParkRuleSet;
        signer = "signer@park.example";
        facts = SampleFacts.Park;
        return this;
    }

    /// <summary>Is scored by the latest version of another rule set.</summary>
    public CaseBuilder ScoredBy(string wanted)
    {
        ruleSetId = wanted;
        return this;
    }

    /// <summary>Declares other answers.</summary>
    public CaseBuilder Declaring(Facts declared)
    {
        facts = declared;
        return this;
    }

    /// <summary>Answers a question of the profile; the others stay empty.</summary>
    public CaseBuilder WithProfile(string code, string text)
    {
        profile[code] = text;
        return this;
    }

    /// <summary>New entry or benchmarking.</summary>
    public CaseBuilder For(DeclarationPurpose wanted)
    {
        purpose = wanted;
        return this;
    }

    /// <summary>Adds a clean piece of evidence.</summary>
    public CaseBuilder WithEvidence(string subject, string fileName, string mediaType, byte[] content)
    {
        evidence.Add((subject, fileName, mediaType, content));
        return this;
    }

    /// <summary>Begins, fills in and submits the case.</summary>
    public async Task<DeclarationId> SubmitAsync(CancellationToken cancellation)
    {
        if (organisation is not null)
        {
            await AddOrganisationAsync(organisation, cancellation);
        }

        await using var scope = await PersonScope.OpenAsync(services, signer, Desk.Apply, cancellation);
        var work = new Work(scope.ServiceProvider);
        var begun = await work.Runner.RunAsync<DeclarationId>(ProcessKind.BeginDeclaration, null, process => BeginAsync(work, process, cancellation), cancellation);
        var submitted = await work.Runner.RunAsync(ProcessKind.SubmitDeclaration, null, process => SubmitAsync(work, process, begun.Value, cancellation), cancellation);
        return submitted.Succeeded ? begun.Value : throw new InvalidOperationException(submitted.Error.Message);
    }

    private async Task AddOrganisationAsync(string name, CancellationToken cancellation)
    {
        await using var scope = PersonScope.OpenSystem(services);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.Organisations.AnyAsync(row => row.Name == name, cancellation))
        {
            return;
        }

        var district = await db.Districts.SingleAsync(row => row.Name == DemonstrationAccounts.District, cancellation);
        var user = await db.Users.SingleAsync(row => row.Email == signer, cancellation);
        var code = CreditCode.Parse(CreditCodes.Of(await db.Organisations.CountAsync(cancellation) + 1)).Value;
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var created = Organisation.Create(new OrganisationId(Guid.CreateVersion7()), district.MunicipalityId, district.Id, kind, code, name, "涪陵区（演示）", inCultivationRegister: true);
        db.Add(created);
        db.Add(Membership.ForOrganisation(new MembershipId(Guid.CreateVersion7()), created, new UserId(user.Id), user.PersonName, Role.ApplicantSigner, now));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Result<DeclarationId>> BeginAsync(Work work, RunningProcess process, CancellationToken cancellation)
    {
        var campaign = (await work.Campaigns.FindAsync(null, cancellation))!;
        var unit = organisation is null
            ? await work.Db.Organisations.OrderBy(row => row.Id).FirstAsync(row => row.Name == DemonstrationAccounts.CementWorks || row.Name == DemonstrationAccounts.PartsMaker, cancellation)
            : await work.Db.Organisations.SingleAsync(row => row.Name == organisation, cancellation);
        var ruleSet = await work.Db.RuleSetVersions.SingleAsync(row => row.RuleSetId == ruleSetId, cancellation);
        var declaration = Declaration.Begin(
            new DeclarationId(process.NewId()), campaign, unit, purpose, $"F{campaign.Year}-T-{unit.CreditCode.Value[^8..]}", work.Scope.RequiredUser, process.Now);
        var (industry, reason) = kind is OrganisationKind.Factory ? ("3011", "行业代码 3011（水泥制造）；测试数据采用通则。") : ((string?)null, "园区适用园区规则集。");
        declaration.ChooseRuleSet(ruleSet.Id, industry, reason);
        work.Db.Add(declaration);
        await work.Db.SaveChangesAsync(cancellation);
        Answer(work, process, declaration, "energy", facts.Inputs.Select(input => (FormField.OfInput(input.Key), (IReadOnlyList<string>)[.. input.Value.Parts])));
        Answer(work, process, declaration, SectionCodes.Profile, profile.Select(answer => (FormField.OfProfile(answer.Key), (IReadOnlyList<string>)[answer.Value])));
        foreach (var (subject, fileName, mediaType, content) in evidence)
        {
            var stored = (StoreResult.Stored)await work.Files.StoreAsync(new MunicipalityFolder("cq"), new MemoryStream(content), FileLimits.Default, cancellation);
            var file = EvidenceFile.Create(
                new EvidenceId(process.NewId()), declaration, subject, fileName, mediaType, stored.Bytes, stored.Hash.Hex, work.Scope.RequiredUser, process.Now);
            file.Scanned(ScanState.Clean, "测试");
            work.Db.Add(file);
            process.Record(
                EventKind.EvidenceUploaded, declaration, $"上传材料“{file.FileName}”", new { evidence = file.Id.Value, subject = file.SubjectCode, hash = file.ContentHash, bytes = file.Length });
        }

        process.Record(EventKind.DeclarationBegun, declaration, "开始填报");
        return declaration.Id;
    }

    private static void Answer(Work work, RunningProcess process, Declaration declaration, string section, IEnumerable<(FormField Field, IReadOnlyList<string> Typed)> answers)
    {
        var typed = answers.Select(answer => KeyValuePair.Create(answer.Field.Name, new FieldAnswer(answer.Typed, 1, "", work.Scope.PersonName))).ToList();
        if (typed.Count > 0)
        {
            var saved = AnswerSection.Create(declaration, section);
            saved.Save(SectionAnswers.Empty.With(typed).Write(), work.Scope.RequiredUser, work.Scope.PersonName, process.Now);
            work.Db.Add(saved);
        }
    }

    private async Task<Result> SubmitAsync(Work work, RunningProcess process, DeclarationId id, CancellationToken cancellation)
    {
        var snapshot = SubmissionSnapshot.Of((await work.Cases.ReadAsync(id, cancellation))!).Write();
        var declaration = await work.Db.Declarations.SingleAsync(row => row.Id == id, cancellation);
        var campaign = await work.Db.Campaigns.SingleAsync(row => row.Id == declaration.CampaignId, cancellation);
        var (score, sheet) = await work.Freezer.FreezeAsync(process, declaration, ScoreParty.Declared, facts, campaign.ParametersAsOf, cancellation);
        var complete = (await work.RuleSets.ReadAsync(declaration.RuleSetVersionId!.Value, cancellation)).Missing(facts, campaign.ParametersAsOf).Count == 0;
        CaseGuard[] proved =
        [
            .. Proof(campaign.IsOpen(process.Now), CaseGuard.WindowOpen),
            .. Proof(complete, CaseGuard.SectionsComplete),
            .. Proof(sheet.GatesPassed, CaseGuard.GatesMet),
            CaseGuard.Signed,
        ];
        var taken = declaration.Take(CaseAction.Submit, work.Scope.ActorOn(declaration), proved, process.Now);
        if (taken.Succeeded)
        {
            var submission = Submission.Create(
                new SubmissionId(process.NewId()), declaration, 1, $"R{declaration.CaseNumber[1..]}", score, snapshot, 0, work.Scope.RequiredUser, work.Scope.PersonName, process.Now);
            work.Db.Add(submission);
            process.Record(EventKind.DeclarationSubmitted, declaration, $"提交申报，自评 {score.Total} 分", new { submission.ReceiptNumber, submission.ContentHash });
        }

        return taken;
    }

    private static CaseGuard[] Proof(bool holds, CaseGuard guard) => holds ? [guard] : [];

    private sealed class Work(IServiceProvider provider)
    {
        public PortalDbContext Db { get; } = provider.GetRequiredService<PortalDbContext>();

        public ProcessRunner Runner { get; } = provider.GetRequiredService<ProcessRunner>();

        public CampaignChoiceReader Campaigns { get; } = provider.GetRequiredService<CampaignChoiceReader>();

        public ScoreFreezer Freezer { get; } = provider.GetRequiredService<ScoreFreezer>();

        public RuleSetOfCaseReader RuleSets { get; } = provider.GetRequiredService<RuleSetOfCaseReader>();

        public ApplicantCaseReader Cases { get; } = provider.GetRequiredService<ApplicantCaseReader>();

        public IFileStore Files { get; } = provider.GetRequiredService<IFileStore>();

        public AccessScope Scope { get; } = provider.GetRequiredService<CurrentAccess>().Scope;
    }
}
