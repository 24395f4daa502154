namespace GreenFactory.Samples.Invented;

/// <summary>What an invented factory makes.</summary>
/// <param name="Code">GB/T 4754-2017 class.</param>
/// <param name="Word">The word in its name.</param>
/// <param name="Product">What it makes, in a sentence.</param>
/// <param name="Weight">How often it is met among a hundred or so, as the industries of the municipality are spread.</param>
internal sealed record Trade(string Code, string Word, string Product, int Weight)
{
    /// <summary>The trades: cars and their parts first, then equipment, electronics, materials, medicine and food.</summary>
    public static IReadOnlyList<Trade> All { get; } =
    [
        new("3670", "汽车零部件", "汽车底盘和车身零部件，冲压、焊接、涂装", 26),
        new("3752", "摩托车部件", "摩托车发动机零部件，机加工和装配", 9),
        new("3484", "机械零部件", "机械零部件加工，车铣磨", 9),
        new("2720", "制药", "化学药品制剂，制粒、压片、包装", 7),
        new("3061", "玻璃纤维", "玻璃纤维纱，熔制、拉丝", 4),
        new("2926", "塑料包装", "塑料包装箱及容器，注塑、吹塑", 4),
        new("1391", "食品", "淀粉及淀粉制品加工", 3),
        new("1513", "啤酒", "啤酒，糖化、发酵、灌装", 2),
        new("2231", "纸制品", "纸和纸板容器，印刷、模切", 2),
        new("3911", "计算机", "便携计算机，贴片、组装、测试", 8),
        new("3982", "电路板", "印制电路板，蚀刻、电镀、阻焊", 8),
        new("3391", "铸造", "铸铁件，熔炼、造型、清理", 7),
        new("3611", "汽车", "乘用车整车，冲压、焊装、涂装、总装", 5),
        new("3852", "电器", "家用空调部件，钣金、总装", 6),
    ];

    /// <summary>What the cement works of the demonstration makes.</summary>
    public static Trade Cement { get; } = new("3011", "水泥", "通用水泥，新型干法熟料生产线", 0);

    /// <summary>What the car-parts maker of the demonstration makes.</summary>
    public static Trade Parts => All[0];

    /// <summary>What a factory makes by the word in its name; null where none stands there.</summary>
    public static Trade? OfName(string name) => All.Where(trade => name.Contains(trade.Word, StringComparison.Ordinal)).MaxBy(trade => trade.Word.Length);

    /// <summary>One of them, as often as it is met.</summary>
    public static Trade Pick(Chance chance)
    {
        var place = chance.Below(All.Sum(trade => trade.Weight));
        return All.First(trade => (place -= trade.Weight) < 0);
    }
}
