using System.Net;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Apply;

/// <summary>A factory that enters its energy carriers sees each one worked out, the indicators that follow, and can print how they came about.</summary>
public sealed class EnergyWorksheetTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly Dictionary<string, string> Choice = new() { ["i.energy_by_carrier"] = "true", ["next"] = "stay" };

    [Fact]
    public async Task Carriers_in_physical_units_become_coal_equivalent_carbon_and_renewable_share_and_a_sheet_with_sources()
    {
        await portal.SetTimeAsync(new DateTimeOffset(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        var signer = await portal.SignInAsync("signer@cement.example");
        var home = (await CementDeclaration.BeginAsync(signer)).Home;
        Assert.Equal(HttpStatusCode.NotFound, (await signer.GetAsync($"{home}/worksheet.html")).StatusCode);
        await SaveAsync(signer, home, Choice);
        await SaveAsync(signer, home, new()
        {
            ["i.output_value"] = "10,000",
            ["i.energy_limit_applies"] = "false",
            ["i.grid_factor"] = "2023-全国",
            ["r.energy_carriers.0.carrier"] = "bituminous",
            ["r.energy_carriers.0.amount"] = "１，０００",
            ["next"] = "stay",
        });
        await SaveAsync(signer, home, new() { ["r.energy_carriers.1.carrier"] = "grid_electricity", ["r.energy_carriers.1.amount"] = "400", ["next"] = "stay" });
        await SaveAsync(signer, home, new() { ["r.energy_carriers.2.carrier"] = "solar_electricity", ["r.energy_carriers.2.amount"] = "100", ["next"] = "stay" });

        Assert.Contains("计入量 1,000 t · 折标准煤 791.7 tce · 二氧化碳排放 2,071.5 tCO2", signer.Text, StringComparison.Ordinal);
        Assert.Contains("购入并消费（自发自用）量（万kWh）", signer.Text, StringComparison.Ordinal);
        Assert.Contains("140.62", signer.Text, StringComparison.Ordinal);
        Assert.Contains("419.39", signer.Text, StringComparison.Ordinal);
        Assert.Contains("8.739866", signer.Text, StringComparison.Ordinal);
        Assert.NotEmpty(signer.Page.QuerySelectorAll(".gf-s > .gf-prov--example"));
        Assert.NotNull(signer.Page.QuerySelector("#i_energy_total")!.Closest("[hidden]"));

        await SaveAsync(signer, home, new() { ["i.green_traded"] = "999", ["next"] = "stay" });
        Assert.Contains("绿电和绿证合计超过外购电网电力", signer.Text, StringComparison.Ordinal);

        await signer.GetAsync($"{home}/worksheet.html");
        Assert.Contains("1,000 t × 0.7917 tce/t", signer.Text, StringComparison.Ordinal);
        Assert.Contains("1,406.2 tce", signer.Text, StringComparison.Ordinal);
        Assert.Contains("2023 年全国电力平均", signer.Text, StringComparison.Ordinal);
        Assert.Contains("转录自公开资料，未与标准原文核对", signer.Text, StringComparison.Ordinal);

        var other = await portal.SignInAsync("signer@parts.example");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{home}/worksheet.html")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{home}/worksheet.pdf")).StatusCode);
    }

    private static async Task SaveAsync(Browser signer, string home, Dictionary<string, string> answers)
    {
        await signer.GetAsync($"{home}/sections/energy");
        await signer.FollowAsync(await signer.SubmitAsync("form[data-autosave]", answers));
    }
}
