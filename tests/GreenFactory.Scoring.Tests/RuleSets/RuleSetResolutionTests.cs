using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

public sealed class RuleSetResolutionTests
{
    /// <summary>The sets that are in force in the campaign of 2026.</summary>
    private static readonly List<RuleSetApplicability> Current = [.. Shipped.Files.Select(f => Shipped.Read(Shipped.IdOf(f)))
        .Where(s => s.EffectiveTo is null).Select(RuleSetApplicability.Of)];

    [Theory]
    [InlineData("3011", "industry-24-cement", "列有代码 3011")]
    [InlineData("2521", "industry-04-coking", "列有代码 2521")]
    [InlineData("3110", "industry-01-long-process-steel", "列有代码 3110")]
    [InlineData("3670", "gbt36132-2025", "没有行业规则集列有代码 3670")]
    [InlineData("3752", "gbt36132-2025", "适用通则")]
    [InlineData("2710", "gbt36132-2025", "适用通则")]
    [InlineData("1513", "gbt36132-2025", "适用通则")]
    [InlineData("", "gbt36132-2025", "还没有填写行业代码")]
    [InlineData("水泥", "gbt36132-2025", "适用通则")]
    public void One_set_fits_and_says_why(string code, string id, string reason)
    {
        var found = RuleSetResolution.Candidates(RuleSetKind.Factory, code, Current);

        var only = Assert.Single(found.Sets);
        Assert.Equal(id, only.Set.Id);
        Assert.Contains(reason, only.Reason, StringComparison.Ordinal);
        Assert.False(found.MustChoose);
        Assert.Contains(only.Set.Title, found.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3212", "industry-19-zinc-smelting industry-20-lead-smelting", "铅还是锌")]
    [InlineData("3216", "industry-21-primary-aluminium industry-22-alumina", "电解铝还是氧化铝")]
    [InlineData("2612", "industry-08-caustic-soda industry-09-soda-ash", "烧碱还是纯碱")]
    [InlineData("1711", "industry-44-cotton-textiles industry-45-coloured-yarn", "色纺纱")]
    [InlineData("3120", "industry-01-long-process-steel industry-02-short-process-steel", "有高炉为长流程")]
    [InlineData("3130", "industry-01-long-process-steel industry-02-short-process-steel", "有高炉为长流程")]
    [InlineData("2614", "industry-05-integrated-petrochemical industry-06-pta industry-07-coal-to-olefins", "主要装置和产品")]
    public void An_ambiguous_code_leaves_the_choice_to_the_applicant(string code, string ids, string deciding)
    {
        var found = RuleSetResolution.Candidates(RuleSetKind.Factory, code, Current);

        Assert.Equal(ids.Split(' '), found.Sets.Select(s => s.Set.Id));
        Assert.True(found.MustChoose);
        Assert.Contains(deciding, found.Explanation, StringComparison.Ordinal);
        Assert.Contains("说明理由", found.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_beginning_that_a_set_names_wins()
    {
        RuleSetApplicability[] sets = [new("general", "通则", RuleSetKind.Factory, []), new("class", "大类", RuleSetKind.Factory, ["30"]), new("group", "中类", RuleSetKind.Factory, ["301"])];

        var found = RuleSetResolution.Candidates(RuleSetKind.Factory, "3012", sets);

        Assert.Equal(("group", "适用行业列有 301，3012 属于其中。"), (Assert.Single(found.Sets).Set.Id, found.Sets[0].Reason));
        Assert.Equal("class", Assert.Single(RuleSetResolution.Candidates(RuleSetKind.Factory, "3099", sets).Sets).Set.Id);
    }

    [Fact]
    public void A_park_needs_no_code_and_never_gets_a_factory_set()
    {
        Assert.Equal("park-2026", Assert.Single(RuleSetResolution.Candidates(RuleSetKind.Park, null, Current).Sets).Set.Id);
        Assert.Contains("没有适用的规则集", RuleSetResolution.Candidates(RuleSetKind.Park, null, []).Explanation, StringComparison.Ordinal);
    }
}
