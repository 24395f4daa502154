using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Samples.Invented;

namespace GreenFactory.Samples;

/// <summary>Three earlier years of the register: admissions, renames, warnings and removals, all invented.</summary>
internal sealed class Register(Planting planting, World world, InventedNames names)
{
    private const int Years = 3;
    private const int Renamed = 9;
    private const int Removed = 37;
    private const string RuleSet = "gbt36132-2018 1.0.0";

    /// <summary>Units that stand, by district: whoever declares for benchmarking is one of them.</summary>
    public Dictionary<DistrictId, Queue<GreenUnit>> Standing { get; } = [];

    /// <summary>Plants so many units.</summary>
    public void Plant(int units)
    {
        var chance = planting.ChanceOf("register");
        var benchmarked = new List<GreenUnit>();
        for (var number = 1; number <= units; number++)
        {
            // The year before the campaign has a list of its own, signed on the platform.
            var year = world.Campaign.Year - 1 - Years + ((number - 1) * Years / units);
            var district = number % 4 == 0 ? world.Districts[0] : world.Districts[number % world.Districts.Count];
            var kind = number % 16 == 0 ? OrganisationKind.Park : OrganisationKind.Factory;
            var code = names.CreditCode(PlaceOf(district));
            var name = kind is OrganisationKind.Park ? names.Park(district.Name) : names.Factory(Trade.Pick(chance).Word);
            var certificate = string.Create(null, $"{year}-{(kind is OrganisationKind.Park ? "P" : "F")}-8{number:0000}");
            var admitted = new DateOnly(year, 12, 12);
            var unit = GreenUnit.Admit(
                new GreenUnitId(planting.Key(At(admitted))), planting.Municipality, code, name, district.Id, district.Name, kind, chance.Holds(30) ? HonourLevel.National : HonourLevel.Municipal, year, certificate);
            planting.Store.Add(unit);
            planting.Store.Add(Honour.Create(new HonourId(planting.Key(At(admitted))), unit, null, year, unit.Level, certificate, chance.Between(61m, 94m, 2), RuleSet));
            Record(unit, GreenUnitEventKind.Admitted, HonourWords.Admission(year, kind, $"演示〔{year}〕1号"), admitted);
            Change(unit, number, admitted, chance);
            if (unit.State is not GreenUnitState.Removed && kind is OrganisationKind.Factory)
            {
                (Standing.TryGetValue(district.Id, out var standing) ? standing : Standing[district.Id] = new Queue<GreenUnit>()).Enqueue(unit);
                benchmarked.Add(unit);
            }
        }

        PlantPlaces(benchmarked);
    }

    /// <summary>The six digits of a district in a credit code.</summary>
    public static string PlaceOf(District district) => district.Code is { Length: 6 } code ? code : "500100";

    private void Change(GreenUnit unit, int number, DateOnly admitted, Chance chance)
    {
        var next = new DateOnly(Math.Min(admitted.Year + 1, world.Campaign.Year), 3, 18);
        if (number % Renamed == 0)
        {
            var former = unit.Name;
            unit.Rename(names.Factory(Trade.Pick(chance).Word));
            Record(unit, GreenUnitEventKind.Renamed, $"由“{former}”更名（演示数据）", next);
        }

        if (number % Removed == 0)
        {
            unit.Remove();
            Record(unit, GreenUnitEventKind.Removed, $"{HonourWords.Of(RemovalGround.NoBenchmarking)}（演示数据）", next.AddMonths(2));
        }
    }

    /// <summary>Places of the earlier years: a unit scores nearly the same each year, so that some lie in the last 5 % again and again.</summary>
    private void PlantPlaces(IReadOnlyList<GreenUnit> units)
    {
        var chance = planting.ChanceOf("places");
        var usual = units.ToDictionary(unit => unit.Id, _ => chance.Between(58m, 95m, 2));
        var byKey = units.ToDictionary(unit => unit.Id);
        var bottom = units.ToDictionary(unit => unit.Id, _ => new Dictionary<int, bool>());
        var last = world.Campaign.Year - 1;
        for (var year = last - Years + 1; year <= last; year++)
        {
            var scored = units.Where(unit => unit.AdmittedYear < year).Select(unit => new ScoredUnit(unit.Id, RuleSet, usual[unit.Id] + chance.Between(-1m, 1m, 2))).ToList();
            var day = new DateOnly(year, 11, 20);
            foreach (var place in new BottomRule(ShareRounding.Down).Place(scored))
            {
                var unit = byKey[place.Unit];
                bottom[place.Unit][year] = place.IsBottom;
                planting.Store.Add(BenchmarkPlace.Create(new BenchmarkPlaceId(planting.Key(At(day))), unit, year, place, ShareRounding.Down, "程立（演示）", At(day)));
                if (place.IsBottom)
                {
                    Record(unit, GreenUnitEventKind.Warned, $"{year}年度对标得分处于同一规则集后5%（{BottomRun.Words(BottomRun.LengthAt(bottom[place.Unit], year))}，演示数据）", day);
                }
            }
        }

        foreach (var unit in units.Where(unit => bottom[unit.Id].GetValueOrDefault(last)))
        {
            unit.Warn();
        }
    }

    private void Record(GreenUnit unit, GreenUnitEventKind kind, string ground, DateOnly day) =>
        planting.Store.Add(GreenUnitEvent.Create(new GreenUnitEventId(planting.Key(At(day))), unit, kind, ground, day, null));

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(1, 0), TimeSpan.Zero);
}
