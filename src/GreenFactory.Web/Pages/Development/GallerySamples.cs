using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Measures;

namespace GreenFactory.Web.Pages.Development;

/// <summary>Invented data (示例) for the gallery; no unit, person or value in it exists.</summary>
internal static class GallerySamples
{
    public static Ruler Clinker { get; } = new("熟料单位产品综合能耗", "kgce/t", 107, 100, Reading.Known(103.0m)) { Points = 8, Previous = 106.2m, Decimals = 1 };

    public static IReadOnlyList<(string Title, Ruler Ruler)> Rulers { get; } =
    [
        ("逆向，有上年值", Clinker),
        ("两方数值", Clinker with { Verified = Reading.Known(104.2m), Previous = null, Points = null }),
        ("达到引领值以上", Clinker with { Value = Reading.Known(98.4m) }),
        ("未达到基准值", Clinker with { Value = Reading.Known(109.5m), Previous = null }),
        ("未填", Clinker with { Value = Reading.Missing }),
        ("不适用", Clinker with { Value = Reading.NotApplicable, Previous = null }),
        ("有误", Clinker with { Value = Reading.Invalid }),
        ("参数未确认", new Ruler("单位产值取水量", "m³/万元", null, null, Reading.Known(12.4m))),
    ];

    public static IReadOnlyList<ScorePart> Declared { get; } =
    [
        new("能源低碳化", 30, 14.49m) { ShortName = "能源" },
        new("资源高效化", 30, 24.45m) { ShortName = "资源" },
        new("生产洁净化", 16, 5.86m) { ShortName = "生产" },
        new("产品绿色化", 16, null) { ShortName = "产品" },
        new("用地集约化", 8, 5.00m) { ShortName = "用地" },
    ];

    public static IReadOnlyList<ScorePart> Verified { get; } =
    [
        new("能源低碳化", 30, 16.81m, 16.01m) { ShortName = "能源" },
        new("资源高效化", 30, 24.45m, 22.85m) { ShortName = "资源" },
        new("生产洁净化", 16, 10.33m, 10.33m) { ShortName = "生产" },
        new("产品绿色化", 16, 12.00m, 12.00m) { ShortName = "产品" },
        new("用地集约化", 8, 5.00m, 5.00m) { ShortName = "用地" },
    ];

    public static EvidenceList Evidence { get; } = new("evidence",
    [
        new("205-1 能源购进消费与库存.xlsx", EvidenceState.Checked) { Bytes = 1_258_291, Path = "#", RemovePath = "#", Sha256 = "3f9ac7aa01b2d21e" },
        new("重点用能单位能源利用状况报告（2025）.pdf", EvidenceState.Checking) { Bytes = 6_710_886, Detail = "48 页", Path = "#", RemovePath = "#" },
        new("指标计算过程表.xlsm", EvidenceState.Quarantined) { Bytes = 314_572, Reason = "含宏，已隔离", RemovePath = "#" },
        new("补充 205-3 单位产品能耗", EvidenceState.Missing) { Path = "#" },
    ])
    { AddPath = "#" };

    public static TracePanel Trace { get; } = new("4.76 分，5 步",
    [
        new("熟料：产品综合能耗 ÷ 合格产品产量", "103.0 kgce/t", "118,450 tce × 1000 ÷ 1,150,000 t　附录 B 式 B.1；来自 205-1、B204-1"),
        new("熟料：在基准值与引领值之间的比例", "0.5714", "(103.0 − 107) ÷ (100 − 107)　逆向定量，限制在 0 到 1 之间"),
        new("水泥：同样两步", "0.6286", "84,252 × 1000 ÷ 1,020,000 = 82.6 kgce/t；(82.6 − 87) ÷ (80 − 87)"),
        new("按产品综合能耗加权平均", "0.5952", "(118,450 × 0.5714 + 84,252 × 0.6286) ÷ (118,450 + 84,252)"),
        new("乘以权重，四舍五入到两位小数", "4.76 分", "8 × 0.5952 = 4.7614"),
    ], "水泥行业 2026.1", "derived", "3f9ac7000000000000000000000000000000000000000000000000000000d21e")
    {
        Sources = [new("限额：GB 16780-2021 表 2 熟料 1 级 100、2 级 107", "transcribed"), new("权重 8", "example")],
        DownloadPath = "#",
        Open = true,
    };

    public static LiveScore Live { get; } = new("本节得分", 14.49m, 30,
    [
        new("1 能源消耗强度", "i1", 4.76m, 8),
        new("2 碳排放强度", "i2", 4.48m, 8),
        new("3 可再生能源利用率", "i3", null, 8, "有误"),
        new("4 能碳平台功能数量", "i4", 5.25m, 6),
    ], 49.80m, 100, "水泥行业 2026.1", "derived")
    { Change = 0.75m, Outlook = ("改正第 3 项后预计", 52.12m) };

    public static IReadOnlyList<TaskSection> Tasks { get; } =
    [
        new("一", "企业基本信息", null, [new("工厂概况与联系人", "#", StateShape.Done, "完成") { Detail = "示例区 · 民营企业 · 环保部" }]),
        new("三", "评价指标", "18 项，已填 13 项",
        [
            new("能源低碳化", "#", StateShape.Error, "有误 1 处") { Detail = "可再生能源消费量大于年综合能源消费量", DetailKind = NoteKind.Stop, Score = (14.49m, 30) },
            new("生产洁净化", "#", StateShape.Doing, "填写中") { Detail = "缺废水、废气年均排放浓度优于限值的最低比例", Score = (5.86m, 16) },
            new("产品绿色化", "#", StateShape.Todo, "未开始") { Score = (null, 16) },
        ]),
        new("五", "核对与承诺", null, [new("真实性承诺与签署", null, StateShape.Locked, "未开放") { Detail = "完成以上各部分后可以签署" }]),
    ];

    public static IReadOnlyList<Gain> Gains { get; } =
    [
        new("填写产品碳足迹", "#", 8, true, "开展核算的产品类别占比：基准 80%，引领 100%"),
        new("改正可再生能源消费量", "#", 2.32m, false, "若 12,840,000 是千瓦时，换算后为 1,578.04 tce"),
    ];

    public static IReadOnlyList<TimelineStep> Timeline { get; } =
    [
        new(TimelineWhen.Past, "6月9日", "建立申报"),
        new(TimelineWhen.Past, "6月25日", "区县确认行业与规则集", "主导产品为熟料、特种水泥，适用 3011"),
        new(TimelineWhen.Now, "现在，等您", "填报并提交，7月10日 18:00 前"),
        new(TimelineWhen.Next, "7月24日 24:00 前", "区县推荐并报送市级"),
    ];

    public static ComparisonTable Comparison { get; } = new("熟料",
    [
        new("合格产量 t", Reading.Known(1_150_000), Reading.Known(1_136_756), Reading.Missing),
        new("综合能耗 tce", Reading.Known(118_450), Reading.Known(118_450), Reading.Missing),
        new("单耗 kgce/t", Reading.Known(103), Reading.Known(104.2m), Reading.Missing, 1),
    ], new("指标得分", Reading.Known(4.76m), Reading.Known(3.96m), Reading.Missing, 2))
    { Reason = "合格产量应扣除委托加工 9,380 t 和不合格品 3,864 t。" };

    public static IReadOnlyList<SignalLine> Signals { get; } =
    [
        new("同一材料内数值不一致", "报告第 12 页表 3 为 104.2，第 31 页为 103.0。", Path: "#"),
        new("与统计报表核对一致", "205-1 折算 118,612 tce，与申报相差 0.1%。", Fine: true),
    ];

    public static RankingTable Ranking { get; } = new("新申报绿色工厂名次（示例）",
    [
        Row(1, "示例新能源电池", 91.24m, 93.80m, StateShape.Done, "1级", StateShape.Done, "拟入围", 1, 3, 1m),
        Row(2, "示例平板玻璃", 80.22m, 92.15m, StateShape.Done, "标杆水平", StateShape.Done, "拟入围", 1, 4, 1m),
        Row(3, "示例船舶机械", 69.75m, 71.41m, StateShape.Off, "未达到", StateShape.You, "拟入围 · 临界", 2, 6, 0.61m),
        Row(4, "示例建筑陶瓷", 70.12m, 71.43m, StateShape.Question, "无法判定", StateShape.You, "未入围 · 临界", 3, 7, 0.58m),
        Row(5, "示例乳业", 68.87m, 69.84m, StateShape.Done, "先进值", StateShape.Off, "未入围", 4, 8, 0.17m),
    ], 3, 8)
    { CutPoints = 71.41m };

    public static RubricTable Rubric { get; } = new("绿色设计案例", [("优", "90%–100%"), ("良", "70%–90%"), ("中", "40%–70%"), ("差", "0–40%")],
    [
        new("innovation", "创新程度", "权重 40%", [new("4", "优", "填补空白，有专利或标准"), new("3", "良", "明显优于同行"), new("2", "中", "与同行相当"), new("1", "差", "没有创新")], "3"),
        new("evidence", "证据质量", "权重 60%", [new("4", "优", "第三方检测，可复核"), new("3", "良", "内部记录完整"), new("2", "中", "记录不全"), new("1", "差", "没有记录")], null),
    ]);

    public static IReadOnlyList<Facet> Facets { get; } =
    [
        new("kind", "类别", [new("factory", "绿色工厂", 5, true), new("park", "绿色工业园区", 1, false)]),
        new("level", "级别", [new("national", "国家级", 2, false), new("city", "市级", 4, false)]),
    ];

    private static RankRow Row(int rank, string name, decimal points, decimal calibrated, StateShape preferenceShape, string preference, StateShape verdictShape, string verdict, int best, int worst, decimal share) =>
        new(rank, name, "#", "示例区 · 示例行业", points, calibrated, preferenceShape, preference, verdictShape, verdict, "演示数据")
        {
            Stability = new RankStability(best, worst, share),
        };
}
