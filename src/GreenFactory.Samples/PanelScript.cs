using GreenFactory.Samples.Histories;

namespace GreenFactory.Samples;

/// <summary>Plays a panel: experts are assigned, declare whether anything ties them, and mark.</summary>
internal sealed class PanelScript(CityHistory city, IReadOnlyList<Person> experts, WorkingTime time, Chance chance)
{
    private static readonly string[] Criteria = ["credibility", "advancement", "exemplarity"];
    private static readonly string[] Comments =
    [
        "数据与现场核实记录一致，计量器具检定有效，节能改造的做法可以推广。",
        "能源和水的台账完整，碳排放核算边界清楚，建议补充产品碳足迹的第三方核查。",
        "工艺装备处于行业较好水平，固废综合利用去向明确，示范作用一般。",
    ];

    /// <summary>Plays it.</summary>
    /// <param name="today">The working day on which the year is looked at.</param>
    /// <param name="whole">Whether every expert has finished and the panel is closed.</param>
    /// <param name="first">Whether it is the campaign's first panel.</param>
    public void Play(int today, bool whole, bool first)
    {
        // Each of them is first, second and last on some panels.
        var turn = chance.Below(experts.Count);
        var assignments = city.Assign([.. experts.Skip(turn), .. experts.Take(turn)], time.Day(today + 6), first, time.At(today - 6, 10, chance.Below(50)));
        foreach (var (index, assignment) in assignments.Index())
        {
            var finishes = whole || index == 0;
            if (!finishes && index == 2 && chance.Holds(80))
            {
                continue;
            }

            var conflict = !whole && index == 2;
            city.Declare(assignment, conflict ? "曾为该单位提供节能诊断服务。" : null, time.At(today - 5, 9 + index, chance.Below(50)));
            if (!conflict)
            {
                var marks = Criteria.Select((code, at) => (code, finishes || at == 0 ? chance.Between(6m, 9.5m, 1) : (decimal?)null)).ToList();
                city.Assess(assignment, marks, finishes ? chance.Pick(Comments) : "", finishes, time.At(today - 3, 9 + index, chance.Below(50)));
            }
        }

        if (whole)
        {
            city.Complete("已核对三位专家的意见，分歧在示范性一项，不影响得分（演示数据）。", time.At(today - 1, 16, chance.Below(50)));
        }
    }
}
