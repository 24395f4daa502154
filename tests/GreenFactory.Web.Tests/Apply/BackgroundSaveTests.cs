using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using GreenFactory.Web.Hosting;
using Npgsql;

namespace GreenFactory.Web.Tests.Apply;

/// <summary>What the portal answers to a page that saves in the background: never a redirect, never a success that is none.</summary>
public sealed partial class BackgroundSaveTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly byte[] Pdf = CementDeclaration.Pdf;

    [Fact]
    public async Task Without_a_session_a_save_and_an_upload_are_refused_with_401_in_words_and_nothing_is_stored()
    {
        var (person, home) = await BeginAsync("signer@cement.example");
        await person.GetAsync($"{home}/evidence/neg1");
        var token = Token(person);
        var stranger = portal.OpenBrowser();

        var save = await SendAsync(stranger, $"{home}/sections/profile", new() { ["changed"] = "p.contact", ["p.contact"] = "周琳", ["__RequestVerificationToken"] = token });
        Assert.Equal(HttpStatusCode.Unauthorized, save.StatusCode);
        Assert.Contains("登录已失效", Message(save.Body), StringComparison.Ordinal);
        Assert.Equal("/account/sign-in", save.Body.GetProperty("signIn").GetString());

        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Pdf), "Upload", "证明.pdf" } };
        var upload = await SendContentAsync(stranger, $"{home}/evidence/neg1", form);
        Assert.Equal(HttpStatusCode.Unauthorized, upload.StatusCode);
        Assert.False(upload.Body.TryGetProperty("id", out _));
        Assert.Equal(0L, await CountAsync("select count(*) from evidence_file"));

        using var again = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Pdf), "Upload", "证明.pdf" } };
        var stored = await SendContentAsync(person, $"{home}/evidence/neg1", again);
        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        Assert.Equal(1L, await CountAsync($"select count(*) from evidence_file where id = '{stored.Body.GetProperty("id").GetString()}'"));

        var page = await stranger.GetAsync($"{home}/sections/profile");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task A_page_of_one_person_never_saves_for_another_and_a_desk_that_is_not_theirs_is_403_in_words()
    {
        var (person, home) = await BeginAsync("signer@parts.example");
        await person.GetAsync($"{home}/sections/profile");
        var fields = new Dictionary<string, string> { ["changed"] = "p.email", ["p.email"] = "li@parts.example", ["__RequestVerificationToken"] = Token(person) };

        var other = await SendAsync(person, $"{home}/sections/profile", fields, Guid.NewGuid());
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
        Assert.Contains("另一位用户", Message(other.Body), StringComparison.Ordinal);

        var officer = await SendAsync(person, "/district/cases/0198d0a0-0000-7000-8000-000000000000?handler=rule", fields);
        Assert.Equal(HttpStatusCode.Forbidden, officer.StatusCode);
        Assert.Contains("没有权限", Message(officer.Body), StringComparison.Ordinal);

        var own = Guid.Parse(person.Page.QuerySelector("body")!.GetAttribute("data-person")!);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(person, $"{home}/sections/profile", fields, own)).StatusCode);
    }

    [Fact]
    public async Task A_save_that_changes_nothing_or_comes_twice_writes_nothing_not_even_a_process()
    {
        var (person, home) = await BeginAsync("signer@cement.example");
        await person.GetAsync($"{home}/sections/profile");
        var fields = new Dictionary<string, string>
        {
            ["changed"] = "p.contact",
            ["p.contact"] = "周琳",
            ["version"] = "0.page",
            ["key"] = "page.1",
            ["__RequestVerificationToken"] = Token(person),
        };
        var path = $"{home}/sections/profile";
        await SendAsync(person, path, fields);
        var before = await CountAsync("select count(*) from process");
        var revision = await CountAsync("select sum(revision) from answer_section");

        await SendAsync(person, path, fields);
        await SendAsync(person, path, new(fields) { ["key"] = "page.2" });
        await SendAsync(person, path, new(fields) { ["changed"] = "p.green", ["p.green"] = " \u200B\u2800", ["key"] = "page.unseen" });
        Assert.Equal(before, await CountAsync("select count(*) from process"));

        await SendAsync(person, path, new(fields) { ["p.contact"] = "周林", ["key"] = "page.3" });
        // The same key with other content is no repetition: it is told, and what was saved stays.
        var reused = await SendAsync(person, path, new(fields) { ["p.contact"] = "别的人", ["key"] = "page.3" });
        Assert.Equal(HttpStatusCode.Conflict, reused.StatusCode);
        Assert.Equal("周林", reused.Body.GetProperty("conflicts")[0].GetProperty("theirs")[0].GetString());
        var late = await SendAsync(person, path, new(fields) { ["key"] = "page.1" });
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        await person.GetAsync(path);
        Assert.Equal("周林", person.Page.QuerySelector("#p_contact")!.GetAttribute("value"));
        Assert.Equal(revision + 1, await CountAsync("select sum(revision) from answer_section"));
    }

    [Fact]
    public async Task What_an_earlier_form_of_the_same_person_saved_unheard_is_no_conflict_and_what_another_form_saved_is()
    {
        var (person, home) = await BeginAsync("signer@cement.example");
        var path = $"{home}/sections/profile";
        await person.GetAsync(path);
        var fields = new Dictionary<string, string> { ["changed"] = "p.address", ["__RequestVerificationToken"] = Token(person) };
        Task<(HttpStatusCode StatusCode, JsonElement Body)> SaveAsync(string form, string text, string former = "") =>
            SendAsync(person, path, new(fields) { ["version"] = $"0.{form}", ["key"] = $"{form}.{text.Length}", ["p.address"] = text, ["former"] = former });

        Assert.Equal(HttpStatusCode.OK, (await SaveAsync("left", "一")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await SaveAsync("stranger", "一二")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync("opened", "一二三", former: "left")).StatusCode);
        var late = await SaveAsync("again", "一二三四", former: "left");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("一二三", late.Body.GetProperty("conflicts")[0].GetProperty("theirs")[0].GetString());
    }

    [Fact]
    public async Task What_another_window_of_the_person_had_saved_alike_is_told_and_the_next_answer_is_no_conflict()
    {
        var (person, home) = await BeginAsync("signer@cement.example");
        var path = $"{home}/sections/profile";
        await person.GetAsync(path);
        var fields = new Dictionary<string, string> { ["changed"] = "p.department", ["__RequestVerificationToken"] = Token(person) };
        Task<(HttpStatusCode StatusCode, JsonElement Body)> SaveAsync(string version, string text) =>
            SendAsync(person, path, new(fields) { ["version"] = version, ["key"] = $"{version.Split('.')[1]}.{text.Length}", ["p.department"] = text });

        Assert.Empty((await SaveAsync("0.restored", "安环部")).Body.GetProperty("standing").EnumerateArray());
        var alike = await SaveAsync("0.first", "安环部");
        Assert.Equal(["p.department"], alike.Body.GetProperty("standing").EnumerateArray().Select(field => field.GetString()));
        Assert.Equal(HttpStatusCode.Conflict, (await SaveAsync("0.first", "环保处室")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync($"{alike.Body.GetProperty("revision").GetInt32()}.first", "环保部门办")).StatusCode);
    }

    [Fact]
    public async Task Without_scripts_too_a_conflict_hides_no_text_that_was_not_saved()
    {
        var (signer, home) = await BeginAsync("signer@cement.example");
        var editor = await portal.SignInAsync("editor@cement.example");
        var path = $"{home}/sections/profile";
        await signer.GetAsync(path);
        await editor.GetAsync(path);
        await editor.SubmitAsync("form[data-autosave]", new() { ["p.email"] = "editor@works.example", ["next"] = "stay" });
        var tooLong = new string('长', 4100);
        using var answer = await signer.SubmitAsync("form[data-autosave]", new() { ["p.email"] = "signer@works.example", ["p.green"] = tooLong, ["next"] = "stay" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("除下方列出的问题外", signer.Text, StringComparison.Ordinal);
        Assert.Contains("4100", Assert.Single(signer.Page.QuerySelectorAll(".gf-errsum li"), item => item.TextContent.Contains("最多", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Equal(tooLong, signer.Page.QuerySelector("#p_green")!.TextContent);
    }

    [Fact]
    public async Task Too_long_is_said_and_never_cut_and_control_characters_never_reach_the_database()
    {
        var (person, home) = await BeginAsync("signer@parts.example");
        var path = $"{home}/sections/profile";
        await person.GetAsync(path);
        var token = Token(person);
        var lines = string.Join("\r\n", Enumerable.Repeat(new string('绿', 99), 5));
        var saved = await SendAsync(person, path, new() { ["changed"] = "p.green", ["p.green"] = lines + "！\0\u000B！", ["version"] = "0.page", ["__RequestVerificationToken"] = token });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Contains("最多 500 字，现在有 502 字", saved.Body.GetProperty("problems").GetProperty("p.green").GetString(), StringComparison.Ordinal);

        var fits = await SendAsync(person, path, new() { ["changed"] = "p.green", ["p.green"] = lines + "！", ["version"] = "0.page", ["__RequestVerificationToken"] = token });
        Assert.False(fits.Body.GetProperty("problems").TryGetProperty("p.green", out _));

        var long4100 = new string('长', 4100);
        var refused = await SendAsync(person, path, new() { ["changed"] = "p.green", ["p.green"] = long4100, ["version"] = "0.page", ["__RequestVerificationToken"] = token });
        Assert.Equal(["p.green"], refused.Body.GetProperty("refused").EnumerateArray().Select(field => field.GetString()));
        Assert.Contains("4100", refused.Body.GetProperty("problems").GetProperty("p.green").GetString(), StringComparison.Ordinal);

        await person.GetAsync(path);
        Assert.Equal(lines.Replace("\r\n", "\n", StringComparison.Ordinal) + "！", person.Page.QuerySelector("#p_green")!.TextContent);
        var page = await person.SubmitAsync("form[data-autosave]", new() { ["p.green"] = long4100, ["p.contact"] = "周\u0001琳", ["next"] = "stay" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        Assert.Equal(long4100, person.Page.QuerySelector("#p_green")!.TextContent);
        Assert.Equal("周琳", person.Page.QuerySelector("#p_contact")!.GetAttribute("value"));

        foreach (var address in new[] { "/register?q=%00", "/verify?code=a%00b", "/register?q=%ED%A0%80", $"{home}/rules?q=%00&industry=%00" })
        {
            var answer = await person.FollowAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address} answered {answer.StatusCode}: {person.Text}");
        }
    }

    [Fact]
    public async Task Rows_move_and_go_as_a_whole_and_whoever_typed_into_a_row_that_is_another_one_now_is_asked()
    {
        var (signer, home) = await BeginAsync("signer@cement.example");
        var editor = await portal.SignInAsync("editor@cement.example");
        var path = $"{home}/sections/clean";
        string Row(int row, string code) => $"r.wastewater_pollutants.{row}.{code}";
        string? Shown(Browser person, int row) => person.Page.QuerySelector($"#r_wastewater_pollutants_{row}_average")?.GetAttribute("value");
        await signer.GetAsync(path);
        await signer.SubmitAsync("form[data-autosave]", new()
        {
            ["i.wastewater_involved"] = "true",
            [Row(0, "average")] = "10",
            [Row(1, "average")] = "20",
            [Row(2, "average")] = "30",
            [Row(2, "permitted")] = "90",
            ["next"] = "stay",
        });
        await editor.GetAsync(path);
        await signer.GetAsync(path);
        Assert.Null(signer.Page.QuerySelector("button[value='up.wastewater_pollutants.0'], button[value='down.wastewater_pollutants.2']"));

        await signer.FollowAsync(await signer.SubmitAsync("form[data-autosave]", new() { [Row(0, "permitted")] = "50" }, "button[value='up.wastewater_pollutants.2']"));
        Assert.Equal(["10", "30", "20"], new[] { Shown(signer, 0), Shown(signer, 1), Shown(signer, 2) });
        Assert.Equal("90", signer.Page.QuerySelector("#r_wastewater_pollutants_1_permitted")!.GetAttribute("value"));
        Assert.Equal("50", signer.Page.QuerySelector("#r_wastewater_pollutants_0_permitted")!.GetAttribute("value"));

        // The colleague's page still shows 20 in the second row; its empty limit is another row's now.
        var clash = await editor.SubmitAsync("form[data-autosave]", new() { [Row(1, "permitted")] = "70", ["next"] = "stay" });
        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        Assert.Contains("我填写：70", editor.Text, StringComparison.Ordinal);

        await signer.FollowAsync(await signer.SubmitAsync("form[data-autosave]", new(), "button[value='remove.wastewater_pollutants.0']"));
        Assert.Contains("10 mg/L", signer.Text, StringComparison.Ordinal);
        await editor.GetAsync(path);
        await editor.SubmitAsync("form[data-autosave]", new() { [Row(2, "average")] = "21", ["next"] = "stay" });
        await signer.SubmitAsync("main form");
        Assert.Contains("刚刚修改了这个清单", signer.Text, StringComparison.Ordinal);
        await signer.FollowAsync(await signer.SubmitAsync("main form"));
        Assert.Contains("已删除", signer.Text, StringComparison.Ordinal);
        Assert.Equal(["30", "21", ""], new[] { Shown(signer, 0), Shown(signer, 1), Shown(signer, 2) ?? "" });
    }

    private async Task<(Browser Person, string Home)> BeginAsync(string email)
    {
        await portal.SetTimeAsync(new DateTimeOffset(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        var person = await portal.SignInAsync(email);
        await person.GetAsync("/apply");
        var begun = person.Page.QuerySelectorAll("main a[href^='/apply/']").Select(link => CaseAddress().Match(link.GetAttribute("href")!)).FirstOrDefault(match => match.Success);
        return (person, begun?.Value ?? (await CementDeclaration.BeginAsync(person)).Home);
    }

    [GeneratedRegex("^/apply/[0-9a-f-]{36}")]
    private static partial Regex CaseAddress();

    private static string Token(Browser browser) => browser.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static string Message(JsonElement body) => body.GetProperty("message").GetString()!;

    private static async Task<(HttpStatusCode StatusCode, JsonElement Body)> SendAsync(Browser browser, string path, Dictionary<string, string> fields, Guid? person = null)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return await SendContentAsync(browser, path, content, person);
    }

    private static async Task<(HttpStatusCode StatusCode, JsonElement Body)> SendContentAsync(Browser browser, string path, HttpContent content, Guid? person = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (person is { } id)
        {
            request.Headers.Add(BackgroundRequests.PersonHeader, id.ToString());
        }

        using var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }

    private async Task<long> CountAsync(string query)
    {
        await using var source = NpgsqlDataSource.Create(portal.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(query);
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
