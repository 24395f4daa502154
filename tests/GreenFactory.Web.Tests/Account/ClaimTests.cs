using System.Net;
using GreenFactory.Application.Seeding;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using GreenFactory.Testing.Postgres;
using Npgsql;

namespace GreenFactory.Web.Tests.Account;

public sealed class ClaimTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Registered = "91500000MA60ABCD5B";
    private const string Unknown = "91500151MACP12344N";

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

        await ClaimAsync(person, Registered, "某公司");
        Assert.Contains("该单位已在平台登记", person.Text, StringComparison.Ordinal);
        await ClaimAsync(person, Registered, "某公司");
        Assert.Contains("不必重复提交", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_claim_tells_the_person_why_and_can_be_made_again()
    {
        const string unit = "重庆待补材料有限公司";
        var person = await RegisterAsync("sun@refused.example");
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
        await ClaimAsync(person, "91500112MA7HGREN31", "某园区");
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
        var fuling = person.Page.QuerySelectorAll("option").First(option => option.TextContent.Trim() == "涪陵区").GetAttribute("value")!;
        await person.FollowAsync(await person.SubmitAsync("main form[method=post]", new()
        {
            ["Input.CreditCode"] = code,
            ["Input.Name"] = name,
            ["Input.Kind"] = "Factory",
            ["Input.DistrictId"] = fuling,
            ["Input.Address"] = "涪陵区新路1号",
            ["Input.Phone"] = "023-12345678",
        }));
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
