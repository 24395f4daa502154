using GreenFactory.Application.Audit;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Samples.Bulk;
using GreenFactory.Samples.Histories;
using GreenFactory.Samples.Invented;

namespace GreenFactory.Samples;

/// <summary>Plants the year district by district.</summary>
internal sealed class YearPlanter(Planting planting, World world, PaperShelf papers, BulkWriter writer)
{
    private const int UnitsOnRegister = 180;
    private const int CasesAtOnce = 300;
    private const int BenchmarkEvery = 8;
    private readonly WorkingTime time = new(world.Campaign.OpensAt);
    private readonly InventedNames names = new(planting.ChanceOf("names"));
    private readonly IndustryCodeReader industries = new();
    private readonly Person cityOfficer = world.People[(Role.CityOfficer, null)].First();
    private readonly List<Person> experts = [.. world.People[(Role.Expert, null)]];
    private readonly int today = new WorkingTime(world.Campaign.OpensAt).NumberOf(planting.Now);
    private readonly Dictionary<string, int> numbers = [];
    private bool panelsBegun;

    /// <summary>Plants everything.</summary>
    public async Task PlantAsync(SampleOptions options, CancellationToken cancellation)
    {
        var register = new Register(planting, world, names);
        register.Plant(UnitsOnRegister);
        var people = new SamplePeople(planting, world, names);
        var waiting = 0;
        foreach (var plan in YearPlan.Spread(world.Districts, options.Size))
        {
            var staff = people.Of(plan.District);
            var cases = new List<(PlantedCase Work, CaseScript Script, Stage Stage, Chance Chance)>();
            for (var number = 0; number < plan.Cases; number++)
            {
                planting.KeysFor(string.Create(null, $"{plan.District.Position}/{number}"));
                var chance = planting.ChanceOf("case", plan.District.Name, string.Create(null, $"{number}"));
                var stage = DemonstrationStage(plan, number) ?? YearPlan.StageOf(plan, number);
                var work = Begin(plan, number, stage, register, people, chance);
                var script = new CaseScript(planting, work, staff, [.. world.Departments[plan.District.Id]], papers, time, chance) { WithAllPapers = plan.IsHome };
                new StageScript(script, today, chance).Play(work, plan, stage, cases.Count(row => row.Work.Conclusion?.Kind is ConclusionKind.Recommend) + 1);
                cases.Add((work, script, stage, chance));
                if (!plan.IsSealed && ++waiting >= CasesAtOnce)
                {
                    await writer.WriteAsync(cancellation);
                    waiting = 0;
                }
            }

            if (plan.IsSealed)
            {
                planting.KeysFor(string.Create(null, $"{plan.District.Position}/pack"));
                ReportAndAssess([.. cases.Select(row => (row.Work, row.Script, row.Stage, row.Chance))], staff);
                waiting += plan.Cases;
            }
        }

        planting.Store.AddRange(numbers.Select(taken => CaseNumberCounter.Create(planting.Municipality, taken.Key, taken.Value)));
        var process = planting.Run(ProcessKind.PlantSampleYear, null, Desk.System, planting.Now);
        process.Record(EventKind.SampleYearPlanted, $"生成演示年度：{options.Size} 件申报，种子 {options.Seed}", new { options.Seed, options.Size, planting.Problems });
        await writer.WriteAsync(cancellation);
    }

    private static Stage? DemonstrationStage(DistrictPlan plan, int number) => (plan.IsHome, number) switch
    {
        (true, 0) => Stage.Returned,
        (true, 1) => Stage.Draft,
        (true, 2) => Stage.Ready,
        _ => null,
    };

    private PlantedCase Begin(DistrictPlan plan, int number, Stage stage, Register register, SamplePeople people, Chance chance)
    {
        var trade = Trade.Pick(chance);
        var (organisation, purpose) = OrganisationOf(plan, number, trade, stage, register);
        var park = organisation.Kind is OrganisationKind.Park;
        if (organisation.Name == DemonstrationAccounts.PartsMaker)
        {
            trade = Trade.All[0];
        }

        var rules = park ? world.ParkRules : world.RulesFor(trade.Code);
        var signer = people.SignerOf(organisation);
        var facts = park ? ParkAnswers.Of(rules.Set.RuleSet, chance) : FactoryAnswers.Of(rules.Set.RuleSet, chance);
        var caseNumber = TakeNumber(plan.District, organisation.Kind);
        facts = PlantedFaults.PutInto(planting, caseNumber, number, stage, park, facts);
        return new PlantedCase
        {
            Campaign = world.Campaign,
            Organisation = organisation,
            District = plan.District,
            Signer = signer,
            RuleSet = rules.Set,
            RuleSetVersion = rules.Version,
            Industry = park ? null : industries.Find(trade.Code) ?? throw new InvalidOperationException($"There is no class {trade.Code}."),
            Purpose = purpose,
            Number = caseNumber,
            Typed = ProfileAnswers.Of(organisation, signer, trade.Product, facts, chance),
        };
    }

    private (Organisation Organisation, DeclarationPurpose Purpose) OrganisationOf(DistrictPlan plan, int number, Trade trade, Stage stage, Register register)
    {
        string[] known = [DemonstrationAccounts.CementWorks, DemonstrationAccounts.PartsMaker, DemonstrationAccounts.Park];
        if (plan.IsHome && number < known.Length)
        {
            return (world.Organisations[known[number]], DeclarationPurpose.NewEntry);
        }

        var benchmark = number % BenchmarkEvery == BenchmarkEvery - 1 && stage is Stage.Recommended or Stage.Reported or Stage.Concludable or Stage.Submitted or Stage.Compliant;
        if (benchmark && register.Standing.TryGetValue(plan.District.Id, out var units) && units.TryDequeue(out var unit))
        {
            return (Add(plan.District, OrganisationKind.Factory, unit.CreditCode, unit.Name), DeclarationPurpose.Benchmark);
        }

        var park = number % YearPlan.ParkEvery == YearPlan.ParkEvery - 1 || !plan.IsHome && number == 0 && plan.District.Position % 4 == 0;
        var code = names.CreditCode(Register.PlaceOf(plan.District));
        return (Add(plan.District, park ? OrganisationKind.Park : OrganisationKind.Factory, code, park ? names.Park(plan.District.Name) : names.Factory(trade.Word)), DeclarationPurpose.NewEntry);
    }

    private Organisation Add(District district, OrganisationKind kind, CreditCode code, string name)
    {
        var organisation = Organisation.Create(
            new OrganisationId(planting.Key(world.Campaign.OpensAt)), planting.Municipality, district.Id, kind, code, name, $"{district.Name}演示大道{planting.ChanceOf("address", code.Value).Between(1, 300)}号（演示）", inCultivationRegister: true);
        planting.Store.Add(organisation);
        return organisation;
    }

    private string TakeNumber(District district, OrganisationKind kind)
    {
        var prefix = CaseNumberPrefix.Of(world.Campaign, kind, district);
        var number = numbers[prefix] = numbers.GetValueOrDefault(prefix) + 1;
        return string.Create(null, $"{prefix}-{number:000}");
    }

    private void ReportAndAssess(IReadOnlyList<(PlantedCase Work, CaseScript Script, Stage Stage, Chance Chance)> cases, DistrictPeople staff)
    {
        var concluded = cases.Where(row => row.Work.Conclusion is not null).Select(row => row.Work).ToList();
        if (!concluded.Exists(work => work.Conclusion!.Kind is not ConclusionKind.Decline))
        {
            return;
        }

        PackHistory.Seal(planting, concluded, staff.Lead, time.At(today - 9, 11, staff.Lead.Name.Length));
        foreach (var (work, script, stage, chance) in cases.Where(row => row.Work.Declaration.State is CaseState.Reported))
        {
            planting.KeysFor(work.Number);
            if (stage is Stage.Reported)
            {
                continue;
            }

            script.Comply(cityOfficer, today - 7, passes: stage is not Stage.NonCompliant);
            if (stage is Stage.Panel or Stage.Assessed && work.Purpose is DeclarationPurpose.NewEntry)
            {
                new PanelScript(new CityHistory(planting, work, cityOfficer), experts, time, chance).Play(today, whole: stage is Stage.Assessed, first: !panelsBegun);
                panelsBegun = true;
            }
        }
    }
}
