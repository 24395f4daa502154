using System.Net;
using AngleSharp.Html.Dom;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Npgsql;

namespace GreenFactory.Web.Tests.District;

/// <summary>The officer corrects what was chosen by choosing, and reads and writes words.</summary>
public sealed class WorkbenchFormTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task What_cannot_be_read_or_is_no_option_is_told_once_in_chinese_and_nothing_is_done()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var id = await new CaseBuilder(host.Services).ForNewOrganisation("重庆难读日期厂").SubmitAsync(cancellation);
        var review = new DistrictReview(host.Services, id, cancellation);
        Assert.True((await review.TakeAsync()).Succeeded);
        var officer = await host.SignInAsync(DistrictReview.Officer);
        var home = $"/district/cases/{id.Value}";
        async Task RefusedAsync(string page, string form, string words, Dictionary<string, string> values)
        {
            await officer.GetAsync(page);
            await officer.SubmitAsync(form, values);
            Assert.Contains(words, Assert.Single(officer.Page.QuerySelectorAll(".gf-errsum li")).TextContent, StringComparison.Ordinal);
        }

        await RefusedAsync($"{home}/opinions", "form[action*='handler=ask' i]", "反馈期限：无法识别“2026-02-30”", new() { ["LastDay"] = "2026-02-30" });
        await RefusedAsync($"{home}/opinions", "form[action*='handler=ask' i]", "", new() { ["LastDay"] = "2026-07-25" });
        Assert.Equal("2026-07-25", officer.Page.QuerySelector("[name='LastDay']")!.GetAttribute("value"));
        await officer.GetAsync("/district");
        await officer.PostAsync("/district?handler=Ask", new() { ["LastDay"] = "2026-02-30", ["Selected"] = id.Value.ToString() });
        Assert.Contains("意见期限：无法识别“2026-02-30”", Assert.Single(officer.Page.QuerySelectorAll(".gf-errsum li")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await review.SeenByAsync("ecology"), row => row.Declaration == id);

        await RefusedAsync($"{home}/return", "main form", "补正期限：无法识别“明天”", new() { ["LastDay"] = "明天", ["Items[0].Subject"] = "Indicator:energy_intensity", ["Items[0].Text"] = "请核对" });
        Assert.Contains("请核对", officer.Page.QuerySelector("[name='Items[0].Text']")!.TextContent, StringComparison.Ordinal);
        await RefusedAsync($"{home}/return", "main form", "请从列表中选择要补正的内容", new() { ["LastDay"] = "2026-07-12", ["Items[0].Subject"] = "Indicator:none", ["Items[0].Text"] = "请核对" });
        await RefusedAsync($"{home}/return", "main form", "请写明要补正什么", new() { ["LastDay"] = "2026-07-12", ["Items[0].Subject"] = "Indicator:energy_intensity", ["Items[0].Text"] = "\u200B" });
        await RefusedAsync($"{home}?indicator=energy_intensity", "form[action*='handler=rule' i]", "核定意见：无法识别“99”", new() { ["Kind"] = "99" });

        await ALineMoreKeepsWhatWasTypedAsync(officer, $"{home}/return");

        // A script that keeps the page is told the refusal; a redirect would end what was typed.
        using var background = new HttpRequestMessage(HttpMethod.Post, new Uri($"{home}?handler=Reconsider", UriKind.Relative));
        background.Headers.Add("X-Requested-With", "greenfactory");
        background.Content = new FormUrlEncodedContent(
            [new("Reason", "重新核对用能数据。"), new("__RequestVerificationToken", officer.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var refused = await officer.Client.SendAsync(background, cancellation);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await RefusedAsync($"{home}/visit", "main form", "请选择上午或下午", new() { ["On"] = "2026-07-08", ["PartOfDay"] = "夜里", ["Officers"] = "陈雨桐、田静" });
        Assert.Empty((await review.ReadAsync())!.Verdicts);
    }

    /// <summary>One line more is no answer to what was typed: the script is told to keep it, and the page has the line.</summary>
    private static async Task ALineMoreKeepsWhatWasTypedAsync(Browser officer, string page)
    {
        await officer.GetAsync(page);
        using var more = new HttpRequestMessage(HttpMethod.Post, new Uri($"{page}?handler=More", UriKind.Relative));
        more.Headers.Add("X-Requested-With", "greenfactory");
        more.Content = new FormUrlEncodedContent(
            [new("Items[0].Text", "请核对"), new("__RequestVerificationToken", officer.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var answer = await officer.Client.SendAsync(more, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("LastDay Items[0].Subject Items[0].Text", Assert.Single(answer.Headers.GetValues("X-Gf-Left")));
        await officer.GetAsync(answer.Headers.Location!.ToString());
        Assert.Equal(2, officer.Page.QuerySelectorAll("main textarea").Length);
        await officer.SubmitAsync("main form", new() { ["Items[1].Text"] = "请核对" }, "button[formaction*='More']");
        Assert.Equal(["", "请核对", ""], officer.Page.QuerySelectorAll("main textarea").Select(line => line.TextContent.Trim()));
    }

    /// <summary>Whoever is tied to the unit is told before filling anything in, at the district as at the city.</summary>
    [Fact]
    public async Task A_person_involved_in_a_case_is_offered_neither_its_return_nor_its_compliance_check()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var returned = await new CaseBuilder(host.Services).ForNewOrganisation("重庆牵连退回厂").SubmitAsync(cancellation);
        Assert.True((await new DistrictReview(host.Services, returned, cancellation).TakeAsync()).Succeeded);
        var reported = await new CityCases(host.Services, cancellation).ReportAsync("重庆牵连审查厂");
        var (officer, city) = (await host.SignInAsync(DistrictReview.Officer), await host.SignInAsync(CityCases.Officer));
        await officer.GetAsync($"/district/cases/{returned.Value}/return");
        Assert.NotNull(officer.Page.QuerySelector("main form[data-keep]"));
        await city.GetAsync($"/city/cases/{reported.Value}/compliance");
        Assert.NotNull(city.Page.QuerySelector("main form[data-keep]"));

        await using (var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString))
        {
            await using var tie = source.CreateCommand(
                """
                insert into membership (id, municipality_id, user_id, person_name, role, organisation_id, granted_at, ended_at)
                select gen_random_uuid(), d.municipality_id, u.id, u.person_name, 'ApplicantEditor', d.organisation_id, gf.now() - interval '2 days', gf.now() - interval '1 day'
                from declaration d join portal_user u on u.municipality_id = d.municipality_id
                where (d.id = $1 and u.email = $2) or (d.id = $3 and u.email = $4)
                """);
            foreach (var value in new object[] { returned.Value, DistrictReview.Officer, reported.Value, CityCases.Officer })
            {
                tie.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            Assert.Equal(2, await tie.ExecuteNonQueryAsync(cancellation));
        }

        await officer.GetAsync($"/district/cases/{returned.Value}/return");
        Assert.Contains("请由其他人员退回", officer.Text, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector("main form[data-keep]"));
        await city.FollowAsync($"/city/cases/{reported.Value}/compliance");
        Assert.Contains("符合性审查请由其他人员办理", city.Text, StringComparison.Ordinal);
        Assert.Null(city.Page.QuerySelector($"a[href='/city/cases/{reported.Value}/compliance']"));
    }

    [Fact]
    public async Task What_is_chosen_from_a_table_is_a_list_of_words_and_its_correction_is_told_in_words()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var id = await new CaseBuilder(host.Services).ForNewOrganisation("重庆选项核定厂").SubmitAsync(cancellation);
        var review = new DistrictReview(host.Services, id, cancellation);
        Assert.True((await review.TakeAsync()).Succeeded);
        var officer = await host.SignInAsync(DistrictReview.Officer);
        await officer.GetAsync($"/district/cases/{id.Value}?indicator=energy_intensity");

        var choice = officer.Page.QuerySelectorAll("form[action*='handler=rule'] select").OfType<IHtmlSelectElement>().First(list => list.Options.Length > 5);
        Assert.All(choice.Options, option => Assert.Matches("\\p{IsCJKUnifiedIdeographs}", option.Text));
        var before = choice.Options.Single(option => option.IsSelected);
        var after = choice.Options.First(option => !option.IsSelected && option.Value.Length > 0);
        Assert.DoesNotContain(officer.Page.QuerySelectorAll("form[action*='handler=rule'] input[type=text]"), field => field.GetAttribute("value") == before.Value);

        // What was typed into the fields is not dropped in silence because the verdict beside it changes nothing.
        await officer.SubmitAsync("form[action*='handler=rule']", new() { ["Kind"] = nameof(VerdictKind.Accept), ["Reason"] = "产品类别选错。", [choice.Name!] = after.Value });
        Assert.Contains("核定意见不是“修正”", Assert.Single(officer.Page.QuerySelectorAll(".gf-errsum li")).TextContent, StringComparison.Ordinal);
        Assert.Equal(after.Value, officer.Page.GetElementsByName(choice.Name!).OfType<IHtmlSelectElement>().Single().Value);
        Assert.Empty((await review.ReadAsync())!.Verdicts);

        await officer.SubmitAsync("form[action*='handler=rule']", new() { ["Kind"] = nameof(VerdictKind.Correct), ["Reason"] = "产品类别选错。", [choice.Name!] = after.Value });
        var ruled = (await review.ReadAsync())!;
        await officer.GetAsync($"/district/cases/{id.Value}?indicator=energy_intensity");
        Assert.Equal(HttpStatusCode.Redirect, (await officer.SubmitAsync("form[action*='handler=rule']", new() { ["Kind"] = nameof(VerdictKind.Accept), ["Reason"] = "" })).StatusCode);
        var told = VerdictWords.Of(ruled.Verdicts["energy_intensity"].Verdict, ruled.Declared);
        Assert.DoesNotContain("核定后的值", officer.Text, StringComparison.Ordinal);
        Assert.Contains($"{before.Text} 修改为 {after.Text}", told, StringComparison.Ordinal);
        Assert.DoesNotContain(after.Value, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_officers_with_one_indicator_open_the_later_is_told_and_keeps_the_words()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var id = await new CaseBuilder(host.Services).ForNewOrganisation("重庆两人核定厂").SubmitAsync(cancellation);
        var review = new DistrictReview(host.Services, id, cancellation);
        Assert.True((await review.TakeAsync()).Succeeded);
        var (first, later) = (await host.SignInAsync(DistrictReview.Officer), await host.SignInAsync(DistrictReview.Lead));
        var page = $"/district/cases/{id.Value}?indicator=green_design";
        await first.GetAsync(page);
        await later.GetAsync(page);
        await first.SubmitAsync("form[action*='handler=rule']", new() { ["Kind"] = nameof(VerdictKind.NotApplicable), ["Reason"] = "该厂不设计产品。" });

        await later.SubmitAsync("form[action*='handler=rule']", new() { ["Kind"] = nameof(VerdictKind.Question), ["Reason"] = "请补充验收材料。" });

        Assert.Contains("不适用", Assert.Single(later.Page.QuerySelectorAll(".gf-errsum li")).TextContent, StringComparison.Ordinal);
        Assert.Equal("请补充验收材料。", later.Page.QuerySelector("form[action*='handler=rule'] [name='Reason']")!.TextContent.Trim());
        Assert.Equal(VerdictKind.NotApplicable, (await review.ReadAsync())!.Verdicts["green_design"].Verdict.Kind);
    }

    [Fact]
    public async Task An_opinion_that_was_corrected_stands_with_both_versions_their_authors_and_times_on_the_pages_that_show_it()
    {
        var cancellation = TestContext.Current.CancellationToken;
        const string penalty = "罚〔2025〕99号";
        const string reason = "处罚对象为同名的另一家企业。";
        await host.SetTimeAsync(PortalDatabase.Start);
        var id = await new CaseBuilder(host.Services).ForNewOrganisation("重庆意见更正厂").SubmitAsync(cancellation);
        var review = new DistrictReview(host.Services, id, cancellation);
        await review.TakeAsync();
        await review.AskAsync();
        var question = (await review.SeenByAsync("ecology")).Single(row => row.Declaration == id).Id;
        foreach (var given in (GiveOpinion[])[new(question, OpinionKind.Bars, penalty), new(question, OpinionKind.NoComment, "", Seen: 1, CorrectionReason: reason)])
        {
            Assert.True((await review.RunAsync<GiveOpinionHandler, Result>("ecology@fuling.example", Desk.Departments, handler => handler.HandleAsync(given, cancellation))).Succeeded);
        }

        var remark = (await review.SeenByAsync("market")).Single(row => row.Declaration == id).Id;
        Assert.True((await review.RunAsync<GiveOpinionHandler, Result>(
            "market@fuling.example", Desk.Departments, handler => handler.HandleAsync(new GiveOpinion(remark, OpinionKind.Comment, "请关注危险废物台账。"), cancellation))).Succeeded);
        var officer = await host.SignInAsync(DistrictReview.Officer);
        await officer.GetAsync("/district?q=重庆意见更正厂");
        Assert.Contains("2 / 5，其中 1 个有意见", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("不得推荐", officer.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        await officer.GetAsync($"/district/cases/{id.Value}/opinions");
        Assert.All([penalty, $"更正理由：{reason}", "2026年7月6日"], words => Assert.Contains(words, officer.Page.QuerySelector("main details")!.TextContent, StringComparison.Ordinal));
        await officer.GetAsync($"/district/cases/{id.Value}/record");
        Assert.All([penalty, reason], words => Assert.Contains(words, officer.Text, StringComparison.Ordinal));

        var city = await host.SignInAsync("officer@city.example");
        await city.GetAsync($"/city/cases/{id.Value}");
        Assert.All([penalty, $"更正理由：{reason}", "2026年7月6日"], words => Assert.Contains(words, city.Page.QuerySelector("main td details:has(ol)")!.TextContent, StringComparison.Ordinal));
        Assert.All([penalty, reason], words => Assert.Contains(words, city.Text, StringComparison.Ordinal));
        foreach (var (reader, path) in (IEnumerable<(Browser, string)>)[(city, "city/cases"), (officer, "district/cases")])
        {
            var file = await (await reader.GetAsync($"/{path}/{id.Value}/case-file.json")).Content.ReadAsStringAsync(cancellation);
            Assert.All([penalty, reason], words => Assert.Contains(words, file, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_batch_answers_with_a_redirect_to_the_list_as_it_was_filtered_and_tells_once_what_it_did()
    {
        await host.SetTimeAsync(PortalDatabase.Start);
        var id = await new CaseBuilder(host.Services).ForNewOrganisation("重庆批量受理厂").SubmitAsync(TestContext.Current.CancellationToken);
        var officer = await host.SignInAsync(DistrictReview.Officer);
        await officer.GetAsync("/district?state=Submitted&kind=Factory&q=重庆批量受理厂");
        using var answer = await officer.SubmitAsync("form[data-submit-many]", new() { ["Selected"] = id.Value.ToString() }, "button[formaction*='handler=Take']");

        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        var to = Uri.UnescapeDataString(answer.Headers.Location!.ToString());
        Assert.All(new[] { "State=Submitted", "Kind=Factory", "Q=重庆批量受理厂" }, part => Assert.Contains(part, to, StringComparison.OrdinalIgnoreCase));
        await officer.FollowAsync(answer);
        Assert.Contains("1 项已受理", officer.Text, StringComparison.Ordinal);
        await officer.GetAsync(answer.Headers.Location!.ToString());
        Assert.DoesNotContain("1 项已受理", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_with_its_order_is_kept_while_cases_are_given_to_a_colleague_and_leaves_as_a_workbook()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var ids = new[] { await new CaseBuilder(host.Services).ForNewOrganisation("重庆分派甲厂").SubmitAsync(cancellation), await new CaseBuilder(host.Services).ForNewOrganisation("重庆分派乙厂").SubmitAsync(cancellation) };
        var officer = await host.SignInAsync(DistrictReview.Officer);
        await officer.GetAsync("/district?q=重庆分派&sort=Name&industry=30&owner=none");
        Assert.Equal(2, officer.Page.QuerySelectorAll("input[name=Selected]").Length);
        var colleague = officer.Page.QuerySelectorAll("#Officer option").Single(option => option.TextContent.Contains("冉建国", StringComparison.Ordinal)).GetAttribute("value")!;

        using var answer = await officer.SubmitAsync("form[data-submit-many]", new() { ["Selected"] = ids[0].Value.ToString(), ["Officer"] = colleague }, "button[formaction*='handler=Allocate']");
        var to = Uri.UnescapeDataString(answer.Headers.Location!.ToString());
        Assert.All(new[] { "Q=重庆分派", "Sort=Name", "Industry=30", "Owner=none" }, part => Assert.Contains(part, to, StringComparison.Ordinal));
        await officer.FollowAsync(answer);
        Assert.Contains("1 项已分派", officer.Text, StringComparison.Ordinal);
        Assert.Equal(ids[1].Value.ToString(), Assert.Single(officer.Page.QuerySelectorAll("input[name=Selected]")).GetAttribute("value"));

        await officer.GetAsync($"/district/cases/{ids[0].Value}");
        Assert.Contains("经办 冉建国", officer.Text, StringComparison.Ordinal);
        await officer.GetAsync("/district?q=重庆分派");
        var counts = officer.Page.QuerySelectorAll(".gf-tabs b").Select(count => int.Parse(count.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(counts[0], counts.Skip(1).Sum());
        using var workbook = await officer.Client.GetAsync(new Uri(officer.Page.QuerySelector("a[href*='handler=excel']")!.GetAttribute("href")!, UriKind.Relative), cancellation);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_whole_case_is_read_and_ruled_with_at_most_25_requests_and_a_return_is_made_of_the_questions_asked()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var probe = await new CaseBuilder(host.Services).ForNewOrganisation("重庆试读厂").SubmitAsync(cancellation);
        var rules = (await new DistrictReview(host.Services, probe, cancellation).ReadAsync())!.Declared.RuleSet.RuleSet.Indicators;
        var builder = new CaseBuilder(host.Services).ForNewOrganisation("重庆通读厂");
        foreach (var rule in rules)
        {
            for (var file = 0; file < rule.Evidence.Count; file++)
            {
                builder.WithEvidence(rule.Code, $"{rule.Number}-{file}.pdf", "application/pdf", SmallPdf.Saying("proof"));
            }
        }

        var id = await builder.SubmitAsync(cancellation);
        var review = new DistrictReview(host.Services, id, cancellation);
        Assert.True((await review.TakeAsync()).Succeeded);
        var officer = await host.SignInAsync(DistrictReview.Officer);
        var home = $"/district/cases/{id.Value}";
        var pages = 0;
        async Task CountAsync(Func<Task<HttpResponseMessage>> request)
        {
            pages++;
            using var answer = await request();
            if (answer.Headers.Location is not null)
            {
                pages++;
                await officer.FollowAsync(answer);
            }
        }

        await CountAsync(() => officer.GetAsync($"{home}/reading"));
        var links = officer.Page.QuerySelectorAll("a[target=evidence]").Select(link => link.GetAttribute("href")!).ToList();
        foreach (var link in links)
        {
            using var file = await officer.Client.GetAsync(new Uri(link, UriKind.Relative), cancellation);
            Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        }

        await CountAsync(() => officer.SubmitAsync("form.gf-read__l"));
        var after = (await review.ReadAsync())!;
        var rest = rules.Where(rule => !after.Verdicts.ContainsKey(rule.Code)).ToList();
        Assert.True(after.Ruled >= rules.Count / 2, $"only {after.Ruled} of {rules.Count} were accepted in one step, after {links.Count} files");
        foreach (var rule in rest)
        {
            await officer.GetAsync($"{home}?indicator={rule.Code}");
            await CountAsync(() => officer.SubmitAsync("form[action*='handler=rule']", new() { ["Kind"] = nameof(VerdictKind.Question), ["Reason"] = $"请说明{rule.Number}。" }));
        }

        Assert.InRange(pages, 1, 25);
        await officer.GetAsync($"{home}/return");
        Assert.Equal(rest.Select(rule => $"请说明{rule.Number}。"), officer.Page.QuerySelectorAll("textarea[name^='Items']").Select(text => text.TextContent));
        await officer.SubmitAsync("main form", new() { ["LastDay"] = "2026-07-12" }, "button[formaction*='handler=More']");
        Assert.Equal(rest.Count + 1, officer.Page.QuerySelectorAll("textarea[name^='Items']").Length);
        Assert.Equal("2026-07-12", officer.Page.QuerySelector("[name=LastDay]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_refused_at_its_field_of_the_form()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var id = await new CaseBuilder(host.Services).ForNewOrganisation("重庆误填核定厂").SubmitAsync(cancellation);
        Assert.True((await new DistrictReview(host.Services, id, cancellation).TakeAsync()).Succeeded);
        var officer = await host.SignInAsync(DistrictReview.Officer);
        await officer.GetAsync($"/district/cases/{id.Value}?indicator=energy_intensity");
        var place = officer.Page.QuerySelectorAll("form[action*='handler=rule'] input[value='groups.energy_products[0].output']").OfType<IHtmlInputElement>().Single().Name!;
        var field = place.Replace(".Path", ".Value", StringComparison.Ordinal);

        await officer.SubmitAsync("form[action*='handler=rule']", new() { ["Kind"] = nameof(VerdictKind.Correct), ["Reason"] = "产量有误。", [field] = "很多" });

        Assert.Contains(officer.Page.QuerySelectorAll("a[href^='#']"), link => link.GetAttribute("href") == $"#{officer.Page.GetElementsByName(field)[0].Id}");

        await officer.GetAsync($"/district/cases/{id.Value}?indicator=energy_intensity");
        Assert.DoesNotContain("核定后的值", officer.Text, StringComparison.Ordinal);
        var total = officer.Page.QuerySelectorAll("form[action*='handler=rule'] input[value='inputs.output_value']").OfType<IHtmlInputElement>().Single().Name!.Replace(".Path", ".Value", StringComparison.Ordinal);
        await officer.FollowAsync(await officer.SubmitAsync("form[action*='handler=rule']", new() { ["Kind"] = nameof(VerdictKind.Correct), ["Reason"] = "总产值有误。", [total] = "95000000" }));
        await officer.GetAsync($"/district/cases/{id.Value}?indicator=energy_intensity");
        Assert.Contains("核定后的值", officer.Text, StringComparison.Ordinal);
        Assert.Contains("是否填大了 1000 倍", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_who_once_worked_for_the_applicant_is_told_so_and_offered_no_step()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var id = await new CaseBuilder(host.Services).ForNewOrganisation("重庆旧识厂").SubmitAsync(cancellation);
        await using var owner = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var tie = owner.CreateCommand("""
            insert into membership (id, municipality_id, user_id, person_name, role, organisation_id, granted_at, ended_at)
            select gen_random_uuid(), d.municipality_id, u.id, u.person_name, 'ApplicantEditor', d.organisation_id, now(), now()
            from declaration d, portal_user u where d.id = $1 and u.email = $2
            """);
        tie.Parameters.Add(new NpgsqlParameter { Value = id.Value });
        tie.Parameters.Add(new NpgsqlParameter { Value = DistrictReview.Officer });
        await tie.ExecuteNonQueryAsync(cancellation);

        var officer = await host.SignInAsync(DistrictReview.Officer);
        await officer.GetAsync($"/district/cases/{id.Value}");
        Assert.Contains(CaseWords.Missing(CaseGuard.FourEyes), officer.Text, StringComparison.Ordinal);
        Assert.Empty(officer.Page.QuerySelectorAll("form[action*='handler=take' i]"));

        var lead = await host.SignInAsync(DistrictReview.Lead);
        await lead.GetAsync($"/district/cases/{id.Value}");
        Assert.DoesNotContain(CaseWords.Missing(CaseGuard.FourEyes), lead.Text, StringComparison.Ordinal);
        Assert.Single(lead.Page.QuerySelectorAll("form[action*='handler=take' i]"));
    }
}
