using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace GreenFactory.EndToEnd.Tests.Journey;

/// <summary>What anybody can do without an account: read notices, object, search the register, verify, take the open data.</summary>
internal sealed partial class Visitor(Person person, PortalProcess portal)
{
    /// <summary>Finds the notice among the public notices and returns its address.</summary>
    public async Task<string> ReadNoticeAsync(string title, string organisation)
    {
        await person.GoAsync("/notices");
        await person.LookAsync("notices");
        await person.ToNextPageAsync(() => person.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title }).First.ClickAsync());
        await person.SeesAsync(organisation);
        await person.LookAsync("notice");
        return new Uri(person.Page.Url).AbsolutePath;
    }

    /// <summary>Objects to a unit; an objection too short is asked for again with what was typed. Returns the receipt code.</summary>
    public async Task<string> ObjectAsync(string notice, string organisation, string content)
    {
        await person.GoAsync(notice);
        await person.Page.Locator("[name='Input.Row']").SelectOptionAsync(new SelectOptionValue { Label = organisation });
        await person.Page.Locator("[name='Input.Content']").FillAsync("数据不对");
        await person.Page.Locator("[name='Input.PersonName']").FillAsync("王女士");
        await person.Page.Locator("[name='Input.Contact']").FillAsync("wang@public.example");
        await person.IsRefusedAsync("提交异议", "10 至 2000 字");
        Assert.Equal("数据不对", await person.Page.Locator("[name='Input.Content']").InputValueAsync());
        await person.LookAsync("notice-objection-too-short");
        await person.Page.Locator("[name='Input.Content']").FillAsync(content);
        await person.ClickAsync("提交异议");
        await person.SeesAsync("异议已收到");
        await person.LookAsync("notice-objection-received");
        return await person.Page.Locator("#receipt code").InnerTextAsync();
    }

    /// <summary>Follows an objection by its code.</summary>
    public async Task FollowObjectionAsync(string code, string answer)
    {
        await person.GoAsync("/objections");
        await person.Page.Locator("[name='Code']").FillAsync(code);
        await person.ClickAsync("查询");
        await person.SeesAsync(answer);
        await person.LookAsync("objection");
    }

    /// <summary>Searches the register, opens the unit and returns the number of its certificate.</summary>
    public async Task<string> FindInRegisterAsync(string organisation)
    {
        await person.GoAsync("/register");
        await person.LookAsync("register");
        await person.Page.GetByRole(AriaRole.Searchbox).Or(person.Page.Locator("main [name='q']")).First.FillAsync("龙河水泥");
        await person.ToNextPageAsync(() => person.Page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = SearchWord() }).First.ClickAsync());
        await person.SeesAsync(organisation);
        await person.ToNextPageAsync(() => person.Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { NameRegex = new Regex(Regex.Escape(organisation)) }).First.ClickAsync());
        await person.SeesAsync(organisation);
        await person.SeesAsync("核定得分，按");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { NameRegex = new Regex("证书二维码") })).ToBeVisibleAsync();
        await person.LookAsync("register-unit");
        var rules = await person.Page.Locator("td a[href*='/rules/']").First.GetAttributeAsync("href");
        Assert.Equal(200, (await person.Page.APIRequest.GetAsync(portal.Address + rules)).Status);
        return await person.Page.Locator("#certificate-2026").InnerTextAsync();
    }

    /// <summary>Verifies the certificate, then the list file as downloaded, then the same file with one character changed.</summary>
    public async Task VerifyAsync(string certificate, string list)
    {
        await person.GoAsync($"/verify?code={Uri.EscapeDataString(certificate)}");
        await person.SeesAsync("核验通过");
        await person.SeesAsync(list);
        await person.LookAsync("verify");
        await person.GoAsync("/notices");
        // Public pages may be kept for a minute; this visitor has read the page before.
        await person.Page.ReloadAsync();
        await person.ToNextPageAsync(() => person.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = list }).First.ClickAsync());
        await person.LookAsync("publication");
        var address = await person.Page.Locator("a[href*='/api/v1/publications/']").First.GetAttributeAsync("href");
        var answer = await person.Page.APIRequest.GetAsync(portal.Address + address);
        Assert.Equal(200, answer.Status);
        var file = await answer.TextAsync();
        Assert.Contains("龙河", file, StringComparison.Ordinal);
        await CheckFileAsync(file, "核验通过");
        await CheckFileAsync(file.Replace("龙河", "龙江", StringComparison.Ordinal), "文件被改动过");
    }

    /// <summary>A later list of the year goes on with the numbers, and the first certificate is still good.</summary>
    public async Task VerifyNextAsync(string certificate, string organisation, string list)
    {
        var next = string.Create(CultureInfo.InvariantCulture, $"{certificate[..^3]}{int.Parse(certificate[^3..], CultureInfo.InvariantCulture) + 1:D3}");
        await person.GoAsync($"/verify?code={next}");
        await person.SeesAsync("核验通过");
        await person.SeesAsync(organisation);
        await person.SeesAsync(list);
        await person.LookAsync("verify-second-list");
        await person.GoAsync($"/verify?code={certificate}");
        await person.SeesAsync("核验通过");
    }

    /// <summary>The open data say what the register says.</summary>
    public async Task ReadOpenDataAsync(string organisation, string creditCode)
    {
        foreach (var path in (string[])["/api/v1/register.json", "/api/v1/register.csv"])
        {
            var answer = await person.Page.APIRequest.GetAsync(portal.Address + path);
            Assert.Equal(200, answer.Status);
            var text = await answer.TextAsync();
            Assert.Contains(organisation, text, StringComparison.Ordinal);
            Assert.Contains(creditCode, text, StringComparison.Ordinal);
        }
    }

    private async Task CheckFileAsync(string content, string outcome)
    {
        await person.GoAsync("/verify");
        await person.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "名单.json",
            MimeType = "application/json",
            Buffer = System.Text.Encoding.UTF8.GetBytes(content),
        });
        await person.ClickAsync("核验文件");
        await person.SeesAsync(outcome);
    }

    [GeneratedRegex("查询|搜索|查找")]
    private static partial Regex SearchWord();
}
