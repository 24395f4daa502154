using System.Net;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Organisations;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using GreenFactory.Testing.Postgres;
using Npgsql;

namespace GreenFactory.Web.Tests.Account;

public sealed class ClaimTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Registered = "91500000MA60ABCD5B";
    private const string Unknown = "91500151MACP12344N";

    private const string Form = "main form[method=post]";

    private static readonly string Refused = CreditCodes.Of(640000);

    [Fact]
    public async Task A_new_account_confirms_by_a_button_claims_a_new_organisation_and_signs_for_it_once_the_district_agrees()
    {
        var person = await RegisterAsync("wang@new.example");
        Assert.Equal("/account/claim", (await person.GetAsync("/account/desks")).Headers.Location?.ToString());
        await ClaimAsync(person, Unknown, "重庆新声机械有限公司");
        Assert.Contains("由涪陵区核实", person.Text, StringComparison.Ordinal);

        var officer = await host.SignInAsync("officer@fuling.example");
        await officer.GetAsync("/District/Claims");
        var claim = officer.Page.QuerySelectorAll("h2").Single(heading => heading.TextContent == "重庆新声机械有限公司").Id;
        await officer.FollowAsync(await officer.SubmitAsync($"section[aria-labelledby='{claim}'] form[action*=Approve]"));
        Assert.Contains("已同意", officer.Text, StringComparison.Ordinal);

        Assert.Equal("/Apply", (await person.GetAsync("/account/desks")).Headers.Location?.ToString());
        await WaitAsync(async () => (await MessagesAsync(person)).Contains("单位认领已通过", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistyped_code_keeps_everything_typed_and_a_registered_one_is_told_apart_and_not_claimed_twice()
    {
        var person = await RegisterAsync("li@old.example");
        await ClaimAsync(person, "915001022029000142", "某公司");
        Assert.Contains("第9至17位", person.Text, StringComparison.Ordinal);
        Assert.Equal("某公司", person.Page.QuerySelector("[name='Input.Name']")?.GetAttribute("value"));
        Assert.Contains("已上传 营业执照.pdf", person.Text, StringComparison.Ordinal);

        await ClaimAsync(person, Registered, DemonstrationAccounts.PartsMaker.Replace("（演示）", "(演示) ", StringComparison.Ordinal));
        Assert.Contains("该单位已在平台登记", person.Text, StringComparison.Ordinal);
        await ClaimAsync(person, Registered, DemonstrationAccounts.PartsMaker);
        Assert.Contains(ClaimErrors.Pending.Message, person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_of_the_register_is_claimed_under_its_name_or_with_a_proof_of_renaming_that_the_officer_reads()
    {
        const string listed = "重庆桐岭平板玻璃有限公司（演示）";
        const string renamed = "重庆桐岭玻璃集团有限公司（演示）";
        var code = await TextAsync($"select credit_code from green_unit where name = '{listed}'");
        var person = await RegisterAsync("chen@renamed.example");
        await ClaimAsync(person, code, renamed);
        Assert.Contains(ClaimErrors.NameDiffers(listed, renamed).Message, person.Text, StringComparison.Ordinal);
        await person.FollowAsync(await person.UploadAsync(Form, [], ("Proof", "准予变更登记通知书.pdf", SmallPdf.Saying("renaming"))));
        Assert.Contains("该单位在绿色制造名录中", person.Text, StringComparison.Ordinal);

        var officer = await host.SignInAsync("officer@fuling.example");
        var claim = await OfClaimAsync(officer, renamed);
        var panel = officer.Page.QuerySelector(claim)!;
        Assert.Contains(listed, panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("与申请不同", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("校验位正确", panel.TextContent, StringComparison.Ordinal);
        var papers = panel.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();
        var stranger = await host.SignInAsync("lead@city.example");
        foreach (var paper in papers)
        {
            using var opened = await officer.Client.GetAsync(new Uri(paper, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (opened.StatusCode, opened.Content.Headers.ContentType?.MediaType));
            Assert.True(opened.Headers.CacheControl?.NoStore);
            using var refused = await stranger.Client.GetAsync(new Uri(paper, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }

        Assert.Equal(2, papers.Count);
        await officer.FollowAsync(await officer.SubmitAsync($"{claim} form[action*=Approve]"));
        Assert.Contains($"认领{renamed}", officer.Text, StringComparison.Ordinal);
        Assert.Equal(renamed, await TextAsync($"select name from organisation where credit_code = '{code}'"));
        Assert.Equal("1", await TextAsync("select count(*)::text from process_event where kind = 'OrganisationRenamed'"));
    }

    [Fact]
    public async Task A_unit_of_the_register_typed_in_another_spelling_takes_over_the_registers_name_and_no_claim_goes_without_the_licence()
    {
        const string listed = "重庆长渡钛业有限公司（演示）";
        var code = await TextAsync($"update green_unit set district_id = (select id from district where name = '涪陵区' and municipality_id = green_unit.municipality_id) where name = '{listed}' returning credit_code");
        var person = await RegisterAsync("lu@spelling.example");
        await person.GetAsync("/account/claim");
        await person.FollowAsync(await person.UploadAsync(Form, Typed(person, code, "重庆长渡钛业有限公司(演示) ")));
        Assert.Contains(ClaimErrors.LicenceMissing.Message, Assert.Single(person.Page.QuerySelectorAll(".gf-errsum li")).TextContent, StringComparison.Ordinal);
        await ClaimAsync(person, code, "重庆长渡钛业有限公司(演示) ");
        Assert.Contains("该单位在绿色制造名录中", person.Text, StringComparison.Ordinal);

        var officer = await host.SignInAsync("officer@fuling.example");
        await officer.GetAsync("/District/Claims");
        var form = officer.Page.QuerySelectorAll("section[aria-labelledby]").Single(panel => panel.TextContent.Contains(code, StringComparison.Ordinal)).GetAttribute("aria-labelledby");
        const string renamed = "重庆长渡新钛业有限公司（演示）";
        await TextAsync($"update green_unit set name = '{renamed}' where credit_code = '{code}' returning name");
        await officer.FollowAsync(await officer.SubmitAsync($"section[aria-labelledby='{form}'] form[action*=Approve]"));
        Assert.Contains(ClaimErrors.ProofMissing(renamed).Message, officer.Text, StringComparison.Ordinal);
        await TextAsync($"update green_unit set name = '{listed}' where credit_code = '{code}' returning name");
        await officer.FollowAsync(await officer.SubmitAsync($"section[aria-labelledby='{form}'] form[action*=Approve]"));
        Assert.Equal(listed, await TextAsync($"select name from organisation where credit_code = '{code}'"));
    }

    [Fact]
    public async Task A_code_that_fails_its_check_is_accepted_only_by_the_district_with_the_paper_in_hand()
    {
        const string unit = "重庆老执照铸造厂";
        const string reason = "执照原件上代码与填写一致，登记机关已电话确认。";
        var person = await RegisterAsync("wu@paper.example");
        await ClaimAsync(person, "915001022029000153", unit);
        Assert.Contains(ClaimErrors.CodeFault(CreditCode.Read("915001022029000153").Value.Fault!).Message, person.Text, StringComparison.Ordinal);
        await person.FollowAsync(await person.UploadAsync(Form, new() { ["Input.CodeAsOnLicence"] = "true" }));
        Assert.Contains("由涪陵区核实", person.Text, StringComparison.Ordinal);

        var officer = await host.SignInAsync("officer@fuling.example");
        var claim = await OfClaimAsync(officer, unit);
        Assert.Contains("没有通过校验", officer.Page.QuerySelector(claim)!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync($"{claim} form[action*=Approve]", new() { ["Override"] = reason });
        Assert.Contains("请核对执照原件", officer.Text, StringComparison.Ordinal);
        await officer.FollowAsync(await officer.SubmitAsync($"{claim} form[action*=Approve]", new() { ["Override"] = reason, ["Original"] = "true" }));
        Assert.Contains("已同意", officer.Text, StringComparison.Ordinal);
        var recorded = await TextAsync("select e.summary || '|' || p.actor_name || '|' || p.reason from process_event e join process p on p.id = e.process_id where e.kind = 'CodeCheckOverridden'");
        Assert.Contains(reason, recorded, StringComparison.Ordinal);
        Assert.Equal(reason, recorded.Split('|')[2]);
        Assert.Contains(recorded.Split('|')[1], recorded.Split('|')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_code_holds_several_groups_the_claim_says_which()
    {
        string[] groups = ["重庆璧川新材料产业园一组团（演示）", "重庆璧川新材料产业园二组团（演示）"];
        var person = await RegisterAsync("he@sites.example");
        await TextAsync("update green_unit set site = '一组团', name = '重庆璧川新材料产业园一组团（演示）' where name like '重庆璧川%' returning credit_code");
        await TextAsync("update green_unit set site = '二组团', name = '重庆璧川新材料产业园二组团（演示）', credit_code = (select credit_code from green_unit where site = '一组团') where name like '重庆禾渝%' returning credit_code");
        var code = await TextAsync("select credit_code from green_unit where site = '二组团'");
        await ClaimAsync(person, code, "重庆璧川新材料产业园二组团（演示）");
        var told = Assert.Single(person.Page.QuerySelectorAll(".gf-errsum li")).TextContent.Trim();
        Assert.Contains(told, new[] { 0, 1 }.Select(first => ClaimErrors.SiteMissing(first == 0 ? groups : groups.Reverse()).Message));
        await person.FollowAsync(await person.UploadAsync(Form, new() { ["Input.Site"] = "二组团" }));
        Assert.Contains("该单位在绿色制造名录中（重庆璧川新材料产业园二组团（演示）", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_claim_tells_the_person_why_and_can_be_made_again()
    {
        const string unit = "重庆待补材料有限公司";
        var person = await RegisterAsync("sun@refused.example");
        await person.GetAsync("/account/claim");
        await person.FollowAsync(await person.UploadAsync(
            Form, new(Typed(person, Refused, unit)) { ["Input.DistrictId"] = Guid.NewGuid().ToString() }, ("Licence", "营业执照.pdf", SmallPdf.Saying("licence"))));
        Assert.Contains(ClaimErrors.District.Message, person.Text, StringComparison.Ordinal);
        await ClaimAsync(person, Refused, unit);
        var officer = await host.SignInAsync("officer@fuling.example");
        await officer.GetAsync("/District/Claims");
        var form = $"section[aria-labelledby='{officer.Page.QuerySelectorAll("h2").Single(heading => heading.TextContent == unit).Id}'] form[action*=Refuse]";
        await officer.SubmitAsync(form, new() { ["Reason"] = " " });
        Assert.Contains("请写明不通过的原因", officer.Text, StringComparison.Ordinal);
        await officer.FollowAsync(await officer.SubmitAsync(form, new() { ["Reason"] = "请补充授权书。" }));
        Assert.DoesNotContain(unit, officer.Text, StringComparison.Ordinal);

        await person.GetAsync("/account/claim");
        Assert.Contains("请补充授权书", person.Text, StringComparison.Ordinal);
        Assert.Equal("/account/claim", (await person.GetAsync("/account/desks")).Headers.Location?.ToString());
        await ClaimAsync(person, Refused, unit);
        Assert.Contains("由涪陵区核实", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_district_neither_sees_nor_decides_a_claim()
    {
        var person = await RegisterAsync("zhao@other.example");
        await ClaimAsync(person, CreditCodes.Of(640001), "某园区");
        await using var owner = await host.Database.OpenAsSuperuserAsync(TestContext.Current.CancellationToken);
        await using var source = NpgsqlDataSource.Create(host.Database.AppConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await SealedScope.EnterAsync(owner, connection, PortalSeeder.Chongqing.Id.Value, "District", null, [Guid.NewGuid()], TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand("select count(*) from organisation_claim", connection);
        Assert.Equal(0L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Browser> RegisterAsync(string email)
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync("/account/register");
        var answer = await browser.SubmitAsync("main form", new()
        {
            ["Input.PersonName"] = "王小新",
            ["Input.Email"] = email,
            ["Input.Phone"] = "13800000000",
            ["Input.Password"] = "longpassword1",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await browser.GetAsync(await host.LinkAsync(email, "/account/confirm", TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.SignInAsync(email, "longpassword1"));
        await browser.SubmitAsync("main form");
        return await host.SignInAsync(email, "longpassword1");
    }

    private static async Task ClaimAsync(Browser person, string code, string name)
    {
        await person.GetAsync("/account/claim");
        await person.FollowAsync(await person.UploadAsync(Form, Typed(person, code, name), ("Licence", "营业执照.pdf", SmallPdf.Saying("licence"))));
    }

    private static Dictionary<string, string> Typed(Browser person, string code, string name) => new()
    {
        ["Input.CreditCode"] = code,
        ["Input.Name"] = name,
        ["Input.Kind"] = "Factory",
        ["Input.DistrictId"] = person.Page.QuerySelectorAll("option").First(option => option.TextContent.Trim() == "涪陵区").GetAttribute("value")!,
        ["Input.Address"] = "涪陵区新路1号",
        ["Input.Phone"] = "（０２３）12345678转801",
    };

    /// <summary>Selector of the panel of a claim on the officer's page.</summary>
    private static async Task<string> OfClaimAsync(Browser officer, string unit)
    {
        await officer.GetAsync("/District/Claims");
        return $"section[aria-labelledby='{officer.Page.QuerySelectorAll("h2").Single(heading => heading.TextContent == unit).Id}']";
    }

    private async Task<string> TextAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<string> MessagesAsync(Browser person)
    {
        await person.GetAsync("/Apply/Messages");
        return person.Text;
    }

    private static async Task WaitAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 80; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not happen within 20 seconds.");
    }
}
