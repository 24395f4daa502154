using GreenFactory.Application.Declarations;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Samples.Histories;
using GreenFactory.Samples.Invented;

namespace GreenFactory.Samples;

/// <summary>Plants the year district by district.</summary>
/// <param name="planting">The year in the making.</param>
/// <param name="world">What there is before.</param>
/// <param name="papers">Files that lie in the store.</param>
/// <param name="write">Takes the rows that were collected.</param>
internal sealed class YearPlanter(Planting planting, World world, PaperShelf papers, Func<CancellationToken, Task> write)
{
    private const int UnitsOnRegister = 180;
    private const int CasesAtOnce = 60;
    private const int BenchmarkEvery = 3;
    private readonly WorkingTime time = new(world.Campaign.OpensAt);
    private readonly InventedNames names = new(planting.ChanceOf("names"), world.Campaign.Year);
    private readonly IndustryCodeReader industries = new();
    private readonly Person cityOfficer = world.People[(Role.CityOfficer, null)].First();
    private readonly List<Person> experts = [.. world.People[(Role.Expert, null)]];
    private readonly int today = new WorkingTime(world.Campaign.OpensAt).NumberOf(planting.Now);
    private readonly Dictionary<string, int> numbers = [];
    private bool panelsBegun;

    /// <summary>Plants the register and the present year.</summary>
    public async Task PlantAsync(int size, CancellationToken cancellation)
    {
        var register = new Register(planting, world, names);
        register.Plant(UnitsOnRegister);
        await PlantAsync(YearPlan.Spread(world.Districts, size), register, YearPlan.StageOf, cancellation);
    }

    /// <summary>Plants a year of which every case was assessed.</summary>
    public Task PlantOverAsync(int size, CancellationToken cancellation) =>
        PlantAsync(YearPlan.Over(world.Districts, size), new Register(planting, world, names), (_, _) => Stage.Assessed, cancellation);

    private async Task PlantAsync(IReadOnlyList<DistrictPlan> plans, Register register, Func<DistrictPlan, int, Stage> stageOf, CancellationToken cancellation)
    {
        var people = new SamplePeople(planting, world, names);
        var waiting = 0;
        foreach (var plan in plans)
        {
            var staff = people.Of(plan.District);
            var cases = new List<(PlantedCase Work, CaseScript Script, Stage Stage, Chance Chance)>();
            for (var number = 0; number < plan.Cases; number++)
            {
                planting.KeysFor(string.Create(null, $"{world.Campaign.Year}/{plan.District.Position}/{number}"));
                var chance = planting.ChanceOf("case", string.Create(null, $"{world.Campaign.Year}/{plan.District.Position}/{number}"));
                var stage = DemonstrationStage(plan, number) ?? stageOf(plan, number);
                var work = Begin(plan, number, stage, register, people, chance);
                var script = new CaseScript(planting, work, staff, [.. world.Departments[plan.District.Id]], papers, time, chance) { WithAllPapers = plan.IsHome };
                new StageScript(script, today, chance).Play(work, plan, stage);
                cases.Add((work, script, stage, chance));
                waiting++;
            }

            if (plan.IsSealed)
            {
                planting.KeysFor(string.Create(null, $"{world.Campaign.Year}/{plan.District.Position}/pack"));
                ReportAndAssess(cases, staff);
            }

            if (waiting >= CasesAtOnce)
            {
                await write(cancellation);
                waiting = 0;
            }
        }

        planting.Store.AddRange(numbers.Select(taken => CaseNumberCounter.Create(planting.Municipality, taken.Key, taken.Value)));
        await write(cancellation);
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
        trade = organisation.Name switch
        {
            DemonstrationAccounts.CementWorks => Trade.Cement,
            DemonstrationAccounts.PartsMaker => Trade.Parts,
            _ => Trade.OfName(organisation.Name) ?? trade,
        };

        var rules = park ? world.ParkRules : world.RulesFor(trade.Code);
        var clauses = rules.Set.RuleSet.RepeatGroups.Count == 0;
        var signer = people.SignerOf(organisation);
        var facts = park ? ParkAnswers.Of(rules.Set.RuleSet, chance) : clauses ? ClauseAnswers.Of(rules.Set.RuleSet, chance) : FactoryAnswers.Of(rules.Set.RuleSet, chance);
        var caseNumber = TakeNumber(plan.District, organisation.Kind);
        facts = park || clauses || stage is Stage.Draft ? facts : PlantedFaults.PutInto(planting, caseNumber, number, facts);
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

        var benchmark = (number + plan.District.Position) % BenchmarkEvery == 0 && stage is (Stage.Recommended or Stage.Reported or Stage.Concludable or Stage.Submitted or Stage.Compliant);
        if (benchmark && register.Standing.TryGetValue(plan.District.Id, out var units) && units.TryDequeue(out var unit))
        {
            return (Add(plan.District, OrganisationKind.Factory, unit.CreditCode, unit.Name), DeclarationPurpose.Benchmark);
        }

        var park = world.HasParks && (number % YearPlan.ParkEvery == YearPlan.ParkEvery - 1 || !plan.IsHome && number == 1 && plan.District.Position % YearPlan.ParkDistricts == 0);
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
