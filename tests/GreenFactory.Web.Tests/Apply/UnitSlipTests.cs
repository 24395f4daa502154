using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Apply;

/// <summary>A number a thousand times too large: kept as typed, asked about, and not in the way once it is explained.</summary>
public sealed class UnitSlipTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Why = "w.i.energy_total";

    [Fact]
    public async Task The_page_asks_whether_the_unit_was_mistaken_and_keeps_value_and_explanation()
    {
        await portal.SetTimeAsync(PortalDatabase.Start);
        var signer = await portal.SignInAsync("signer@cement.example");
        var home = (await CementDeclaration.BeginAsync(signer)).Home;
        await SaveAsync(signer, home, new() { ["i.energy_total"] = "202702", ["next"] = "stay" });
        Assert.Null(signer.Page.QuerySelector($"[name='{Why}']"));

        await SaveAsync(signer, home, new() { ["i.energy_total"] = "202,702,000", ["next"] = "stay" });
        Assert.Contains("是否填大了 1000 倍（单位应为 tce）", signer.Text, StringComparison.Ordinal);
        Assert.Equal("202,702,000", signer.Page.QuerySelector("#i_energy_total")!.GetAttribute("value"));
        await signer.GetAsync(home);
        Assert.Contains("提示待说明", signer.Text, StringComparison.Ordinal);

        await SaveAsync(signer, home, new() { [Why] = "含全部下属分厂，已核对。", ["next"] = "stay" });
        Assert.Equal("含全部下属分厂，已核对。", signer.Page.QuerySelector($"[name='{Why}']")!.TextContent.Trim());
        Assert.Equal("202,702,000", signer.Page.QuerySelector("#i_energy_total")!.GetAttribute("value"));
        await signer.GetAsync($"{home}/check");
        Assert.Contains("（说明：含全部下属分厂，已核对。）", signer.Text, StringComparison.Ordinal);
        var seen = signer.Page.QuerySelector("section[aria-labelledby='signals']")!.TextContent;
        Assert.Contains("审查人员会看到的提示", seen, StringComparison.Ordinal);
        Assert.Contains("综合能源消费量", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_fails_names_every_fault_at_its_top_and_never_says_saved_in_green_and_a_typed_unit_is_converted_in_sight()
    {
        await portal.SetTimeAsync(PortalDatabase.Start);
        var signer = await portal.SignInAsync("signer@parts.example");
        var home = (await CementDeclaration.BeginAsync(signer)).Home;
        await SaveAsync(signer, home, new() { ["i.energy_total"] = "约十万", ["i.carbon_total"] = "12 GJ", ["next"] = "next" });

        Assert.Null(signer.Page.QuerySelector(".gf-note--ok"));
        var faults = signer.Page.QuerySelectorAll("#error-summary li a").ToList();
        Assert.Equal(2, faults.Count);
        Assert.All(faults, fault => Assert.NotNull(signer.Page.QuerySelector(fault.GetAttribute("href")!)));
        Assert.Contains("填写的内容已按原样保存", signer.Page.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("约十万", signer.Page.QuerySelector("#i_energy_total")!.GetAttribute("value"));
        Assert.Contains("不是同一种量", signer.Page.QuerySelector("#i_carbon_total-reading")!.TextContent, StringComparison.Ordinal);
        await signer.GetAsync($"{home}/sections/energy");
        Assert.Null(signer.Page.QuerySelector("#error-summary"));

        await SaveAsync(signer, home, new() { ["i.energy_total"] = "１，２３４，５００ kgce", ["i.carbon_total"] = "2,000 吨二氧化碳", ["next"] = "stay" });
        Assert.Null(signer.Page.QuerySelector("#error-summary"));
        Assert.Contains("1,234,500 kgce = 1,234.5 tce。按 1,234.5 tce 计分，原文照存", signer.Text, StringComparison.Ordinal);
        Assert.Equal("１，２３４，５００ kgce", signer.Page.QuerySelector("#i_energy_total")!.GetAttribute("value"));
        await signer.GetAsync($"{home}/check");
        Assert.Contains("1,234,500 kgce = 1,234.5 tce", signer.Text, StringComparison.Ordinal);

        // An indicator that earns points wants its documents: each stands on one list until it is given or the reason is stated, which the officer reads as a signal.
        await SaveAsync(signer, home, new()
        {
            ["i.energy_limit_applies"] = "true",
            ["r.energy_products.0.product"] = "GB 16780-2021:熟料单位产品综合能耗",
            ["r.energy_products.0.energy"] = "103,000 tce",
            ["r.energy_products.0.output"] = "1,000,000",
            ["next"] = "stay",
        });
        Assert.Contains("4.571429 分", signer.Text, StringComparison.Ordinal);
        await signer.GetAsync($"{home}/documents");
        var lines = signer.Page.QuerySelectorAll("tbody tr").Length;
        Assert.Contains("待上传", Line(signer), StringComparison.Ordinal);
        await SaveAsync(signer, home, new() { ["x.energy_intensity"] = "评价年内未盘查，已向区县说明。", ["next"] = "stay" });
        await signer.GetAsync($"{home}/documents");
        Assert.Contains("已说明原因", Line(signer), StringComparison.Ordinal);
        Assert.Equal(lines, signer.Page.QuerySelectorAll("tbody tr").Length);
        await signer.GetAsync($"{home}/check");
        Assert.Contains("企业说明不能提供材料的原因", signer.Text, StringComparison.Ordinal);
        Assert.Contains("评价年内未盘查，已向区县说明。", signer.Text, StringComparison.Ordinal);
    }

    private static string Line(Browser signer) =>
        signer.Page.QuerySelectorAll("tbody tr").First(row => row.QuerySelector("a")?.GetAttribute("href")?.EndsWith("#indicator-energy_intensity", StringComparison.Ordinal) is true).TextContent;

    private static async Task SaveAsync(Browser signer, string home, Dictionary<string, string> answers)
    {
        await signer.GetAsync($"{home}/sections/energy");
        await signer.FollowAsync(await signer.SubmitAsync("form[data-autosave]", answers));
    }
}
