using System.Net;
using GreenFactory.Testing;
using Npgsql;

namespace GreenFactory.Web.Tests.Account;

public sealed class ClaimTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Registered = "91500000MA60ABCD5B";
    private const string Unknown = "91500151MACP12344N";

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
    public async Task Another_district_neither_sees_nor_decides_a_claim()
    {
        var person = await RegisterAsync("zhao@other.example");
        await ClaimAsync(person, "91500112MA7HGREN31", "某园区");
        await using var source = NpgsqlDataSource.Create(host.Database.AppConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var scope = new NpgsqlCommand(
            "select gf.enter_scope((select id from municipality where code = 'cq'), 'District', null, array['00000000-0000-0000-0000-000000000001']::uuid[])", connection);
        await scope.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
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
        var link = "";
        await WaitAsync(() => Task.FromResult((link = LinkTo(email)).Length > 0));
        await browser.GetAsync(link);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.SignInAsync(email, "longpassword1"));
        await browser.SubmitAsync("main form");
        return await host.SignInAsync(email, "longpassword1");
    }

    private string LinkTo(string email)
    {
        foreach (var file in Directory.EnumerateFiles(host.DataFolder, "*.eml", SearchOption.AllDirectories))
        {
            var letter = MimeKit.MimeMessage.Load(file, TestContext.Current.CancellationToken);
            if (letter.To.Mailboxes.Any(box => box.Address == email) && letter.TextBody is { } text && text.IndexOf("/account/confirm", StringComparison.Ordinal) is >= 0 and var at)
            {
                return text[at..].Split('\n', '\r')[0].Trim();
            }
        }

        return "";
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
