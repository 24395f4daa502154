using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

/// <summary>Which set fits a unit, over a few made-up sets: the longest beginning of the code that a set names, and why.</summary>
public sealed class ResolutionRulesTests
{
    private static readonly RuleSetApplicability[] Sets =
    [
        new("zinc", "锌", RuleSetKind.Factory, ["3212"]), new("lead", "铅", RuleSetKind.Factory, ["3212"]), new("general", "通则", RuleSetKind.Factory, []),
        new("cement", "水泥", RuleSetKind.Factory, ["3011", "30"]), new("pair-b", "乙", RuleSetKind.Factory, ["99"]), new("pair-a", "甲", RuleSetKind.Factory, ["99"]),
        new("park", "园区", RuleSetKind.Park, []), new("park-2", "园区二", RuleSetKind.Park, ["3011"]),
    ];

    [Theory]
    [InlineData("3011", "cement", "适用《水泥》：适用行业列有代码 3011。")]
    [InlineData(" 3011 ", "cement", "适用《水泥》：适用行业列有代码 3011。")]
    [InlineData("3099", "cement", "适用《水泥》：适用行业列有 30，3099 属于其中。")]
    [InlineData("30", "cement", "适用《水泥》：适用行业列有代码 30。")]
    [InlineData("3", "general", "适用《通则》：没有行业规则集列有代码 3，适用通则。")]
    [InlineData("4011", "general", "适用《通则》：没有行业规则集列有代码 4011，适用通则。")]
    [InlineData("", "general", "适用《通则》：还没有填写行业代码，先按通则。")]
    [InlineData(null, "general", "适用《通则》：还没有填写行业代码，先按通则。")]
    [InlineData("3212", "lead zinc", "仅凭行业代码不能确定，有 2 个规则集适用，须由申报单位选择并说明理由、区县确认；按主要产品是铅还是锌选择。")]
    [InlineData("32121", "lead zinc", "仅凭行业代码不能确定，有 2 个规则集适用，须由申报单位选择并说明理由、区县确认；按主要产品是铅还是锌选择。")]
    [InlineData("9911", "pair-a pair-b", "仅凭行业代码不能确定，有 2 个规则集适用，须由申报单位选择并说明理由、区县确认。")]
    public void A_factory_gets_the_sets_that_name_its_code_with_the_reason(string? code, string ids, string explanation)
    {
        var found = RuleSetResolution.Candidates(RuleSetKind.Factory, code, Sets);

        Assert.Equal(ids, string.Join(" ", found.Sets.Select(s => s.Set.Id)));
        Assert.Equal(explanation, found.Explanation);
        Assert.Equal(found.Sets.Count == 2, found.MustChoose);
    }

    [Fact]
    public void A_park_chooses_among_all_sets_for_parks_whatever_its_code()
    {
        var found = RuleSetResolution.Candidates(RuleSetKind.Park, "3011", Sets);

        Assert.Equal(["park", "park-2"], found.Sets.Select(s => s.Set.Id));
        Assert.Equal("仅凭行业代码不能确定，有 2 个规则集适用，须由申报单位选择并说明理由、区县确认。", found.Explanation);
        Assert.Equal("本批次没有适用的规则集，请联系市级主管部门。", RuleSetResolution.Candidates(RuleSetKind.Park, null, []).Explanation);
    }
}
