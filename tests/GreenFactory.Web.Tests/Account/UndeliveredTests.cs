using GreenFactory.Application.Access;
using GreenFactory.Application.Outbox;
using GreenFactory.Application.Ports.Mail;
using GreenFactory.Application.Seeding;
using GreenFactory.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GreenFactory.Web.Tests.Account;

/// <summary>A letter that cannot be delivered is shown to whoever waits for it and to the administrator, and tells a stranger nothing.</summary>
public sealed class UndeliveredTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Sent = "/account/letter-sent";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_registered_and_the_administrator_see_that_the_letter_came_back_and_it_can_be_sent_again()
    {
        // A whole address by its looks, and longer than a mail system can carry once it is written in Latin letters.
        var email = $"lost@{new string('绿', 63)}.example";
        var person = host.OpenBrowser();
        await person.GetAsync("/account/register");
        await person.FollowAsync(await person.SubmitAsync("main form", new()
        {
            ["Input.PersonName"] = "甲某",
            ["Input.Email"] = email,
            ["Input.Phone"] = "13800000000",
            ["Input.Password"] = "a-password-of-12",
        }));
        await WaitAsync(person, Sent, "邮件没有送达");
        Assert.Contains("不存在、已停用或拒收", person.Text, StringComparison.Ordinal);
        var other = host.OpenBrowser();
        await other.GetAsync(Sent);
        Assert.DoesNotContain("没有送达", other.Text, StringComparison.Ordinal);

        var administrator = await host.SignInAsync("admin@city.example");
        await administrator.GetAsync("/admin/letters");
        Assert.Contains(email, administrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/confirm", administrator.Page.Source.Text, StringComparison.Ordinal);
        var key = administrator.Page.QuerySelectorAll("tr").First(row => row.TextContent.Contains(email, StringComparison.Ordinal)).QuerySelector("input[name=letter]")!.GetAttribute("value")!;
        await ExecuteAsync($"update outbox_message set payload = jsonb_set(payload, '{{address}}', '\"found@somewhere.example\"') where id = '{key}'");
        var auditor = await host.SignInAsync("audit@city.example");
        await auditor.GetAsync("/account/sign-out");
        await auditor.PostAsync("/admin/letters?handler=Again", new() { ["letter"] = key });
        Assert.Contains("您无权进行此操作", auditor.Text, StringComparison.Ordinal);
        await administrator.FollowAsync(await administrator.PostAsync("/admin/letters?handler=Again", new() { ["letter"] = key }));
        Assert.Contains("已放回发送队列", administrator.Text, StringComparison.Ordinal);
        await host.LinkAsync("found@somewhere.example", "/account/confirm", Cancellation);
        await WaitAsync(person, Sent, "几分钟内会收到一封邮件");
    }

    [Fact]
    public async Task A_reset_letter_that_came_back_is_told_to_the_persons_own_browser_and_never_to_a_stranger()
    {
        const string Email = "expert3@-nowhere.example";
        var own = await host.SignInAsync("expert3@city.example");
        await ExecuteAsync($"update portal_user set email = '{Email}', normalized_email = upper('{Email}') where email = 'expert3@city.example'");
        await own.GetAsync("/account/sign-out");
        await own.SubmitAsync("main form");

        var stranger = host.OpenBrowser();
        foreach (var browser in new[] { stranger, own })
        {
            await browser.GetAsync("/account/forgot");
            await browser.FollowAsync(await browser.SubmitAsync("main form", new() { ["Email"] = Email }));
        }

        await WaitAsync(own, Sent, "邮件没有送达");
        await stranger.GetAsync(Sent);
        Assert.DoesNotContain("没有送达", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_whose_letter_came_back_says_so_in_the_inbox_of_its_reader()
    {
        await ExecuteAsync("update portal_user set email = 'ecology@-nowhere.example' where email = 'ecology@fuling.example'");
        var person = await host.SignInAsync("ecology@fuling.example");
        await ExecuteAsync(
            """
            insert into outbox_message (id, municipality_id, kind, payload, created_at, due_at, attempts)
            select gen_random_uuid(), municipality_id, 'notify-person', jsonb_build_object('userId', id, 'title', '请处理', 'body', '请处理。', 'destination', jsonb_build_object('place', 'Inbox')), now(), '2026-01-01', 0
            from portal_user where email = 'ecology@-nowhere.example'
            """);
        await WaitAsync(person, "/account/messages", "有邮件没有送达");
        Assert.Contains("《请处理》发往 ecology@-nowhere.example", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_no_server_takes_is_given_up_after_two_days_and_not_before()
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(PortalSeeder.Chongqing.Id));
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var handler = new MailHandler(scope.ServiceProvider.GetRequiredService<Application.Data.PortalDbContext>(), new DeadServer(), clock);
        var (young, old) = (await handler.HandleAsync(Letter(47), Cancellation), await handler.HandleAsync(Letter(49), Cancellation));
        Assert.False(young.IsDone);
        Assert.True(old is { IsDone: true, KeepsPayload: true });

        OutboxMessage Letter(int hoursOld) => new()
        {
            Id = Guid.NewGuid(),
            MunicipalityId = PortalSeeder.Chongqing.Id,
            Kind = MailToSend.Kind,
            Payload = """{"address":"a@b.example","name":"甲","subject":"通知","text":"文"}""",
            CreatedAt = clock.GetUtcNow().AddHours(-hoursOld),
        };
    }

    private static async Task WaitAsync(Browser browser, string page, string words)
    {
        for (var i = 0; i < 80; i++)
        {
            await browser.GetAsync(page);
            if (browser.Text.Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(250, Cancellation);
        }

        Assert.Contains(words, browser.Text, StringComparison.Ordinal);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        Assert.True(await command.ExecuteNonQueryAsync(Cancellation) > 0);
    }

    private sealed class DeadServer : IMailSender
    {
        public Task<MailResult> SendAsync(MailLetter letter, CancellationToken cancellation) => Task.FromResult<MailResult>(new MailResult.Postponed("No answer."));
    }
}
