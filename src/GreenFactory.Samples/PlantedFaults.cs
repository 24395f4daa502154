using GreenFactory.Scoring;


namespace GreenFactory.Samples;

/// <summary>Faults of quality that are in the year on purpose, so that the portal has something to find.</summary>
internal static class PlantedFaults
{
    private const int Every = 9;

    /// <summary>Every ninth declaration of a factory gets one, noted with its case.</summary>
    public static Facts PutInto(Planting planting, string caseNumber, int number, Facts facts)
    {
        if (number % Every != 4)
        {
            return facts;
        }

        var (what, faulty) = (number / Every % 4) switch
        {
            0 => ("可再生能源消费量大于综合能源消费量", facts.With("renewable_energy", Typed(Number(facts, "energy_total") * 1.3m))),
            1 => ("综合利用量大于产生量", facts.With("solid_used", Typed(Number(facts, "solid_generated") * 1.4m))),
            2 => ("建筑占地面积大于厂区用地面积", facts.With("structure_area", Typed(Number(facts, "land_area") * 1.2m))),
            _ => ("综合能源消费量疑似单位填错（按 kgce 填报）", facts.With("energy_total", Typed(Number(facts, "energy_total") * 1000m))),
        };
        planting.Problems.Add(new PlantedProblem(caseNumber, what));
        return faulty;
    }

    private static decimal Number(Facts facts, string input) => TypedText.TryReadNumber(facts.Inputs[input].Text, out var number, out var complaint) ? number : throw new InvalidOperationException(complaint);

    private static string Typed(decimal quantity) => Chance.Typed(decimal.Round(quantity, 1));
}
