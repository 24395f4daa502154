using System.Net;
using System.Text;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Apply;

/// <summary>The applicant's desk: what is typed is kept, scored by the official engine, and never overwrites somebody else's answer unseen.</summary>
public sealed class CaseTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly Dictionary<string, string> Clinker = new()
    {
        ["i.energy_limit_applies"] = "true",
        ["r.energy_products.0.product"] = "GB 16780-2021:熟料单位产品综合能耗",
        ["r.energy_products.0.energy"] = "１０３，０００",
        ["r.energy_products.0.output"] = "1,000,000",
    };

    [Fact]
    public async Task Clinker_at_103_earns_4_571_of_8_on_the_page_with_the_clause_and_two_people_do_not_overwrite_each_other()
    {
        await portal.SetTimeAsync(new DateTimeOffset(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        var signer = await portal.SignInAsync("signer@cement.example");
        var home = (await CementDeclaration.BeginAsync(signer)).Home;

        await signer.GetAsync($"{home}/sections/energy");
        await signer.FollowAsync(await signer.SubmitAsync("form[data-autosave]", new(Clinker) { ["next"] = "stay" }));
        Assert.Contains("4.571429 分", signer.Text, StringComparison.Ordinal);
        Assert.Contains("附录 B 式(B.1)", signer.Text, StringComparison.Ordinal);
        Assert.Equal("１０３，０００", signer.Page.QuerySelector("#r_energy_products_0_energy")!.GetAttribute("value"));

        var editor = await portal.SignInAsync("editor@cement.example");
        await editor.GetAsync($"{home}/sections/energy");
        await signer.GetAsync($"{home}/sections/energy");
        await signer.SubmitAsync("form[data-autosave]", new() { ["i.energy_total"] = "120000", ["next"] = "stay" });
        var clash = await editor.SubmitAsync("form[data-autosave]", new() { ["i.energy_total"] = "130000", ["i.carbon_total"] = "十万", ["next"] = "stay" });

        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        Assert.Contains("120000", editor.Text, StringComparison.Ordinal);
        Assert.Contains("我填写：130000", editor.Text, StringComparison.Ordinal);
        await signer.GetAsync($"{home}/sections/energy");
        Assert.Equal("120000", signer.Page.QuerySelector("#i_energy_total")!.GetAttribute("value"));
        Assert.Equal("十万", signer.Page.QuerySelector("#i_carbon_total")!.GetAttribute("value"));
        Assert.Contains("“十万”不是数字", signer.Text, StringComparison.Ordinal);

        var other = await portal.SignInAsync("signer@parts.example");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(home)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{home}/sections/energy")).StatusCode);
    }

    [Fact]
    public async Task A_program_named_pdf_a_file_of_300_MB_and_the_same_file_twice_are_refused_in_words()
    {
        await portal.SetTimeAsync(new DateTimeOffset(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        var declaration = await CementDeclaration.BeginAsync(await portal.SignInAsync("signer@parts.example"));
        var path = $"{declaration.Home}/evidence/neg1";

        var program = await declaration.UploadAsync(path, "营业执照.pdf", new ByteArrayContent(Encoding.ASCII.GetBytes("MZ\u0090 This program cannot be run in DOS mode.")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, program.StatusCode);
        Assert.Contains("内容", await MessageAsync(program), StringComparison.Ordinal);

        var huge = await declaration.UploadAsync(path, "扫描件.pdf", new StreamContent(new Zeros(300L * 1024 * 1024)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, huge.StatusCode);
        Assert.Contains("超过上限", await MessageAsync(huge), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await declaration.UploadAsync(path, "守法证明.pdf", new ByteArrayContent(CementDeclaration.Pdf))).StatusCode);
        var again = await declaration.UploadAsync(path, "证明（二）.pdf", new ByteArrayContent(CementDeclaration.Pdf));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("内容与已上传的“守法证明.pdf”相同", await MessageAsync(again), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await declaration.UploadAsync(path, "证明（二）.pdf", new ByteArrayContent(SmallPdf.Saying("other")))).StatusCode);
    }

    private static async Task<string> MessageAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
