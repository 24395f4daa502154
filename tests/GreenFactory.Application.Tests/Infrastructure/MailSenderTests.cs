using System.Globalization;
using System.Text;
using GreenFactory.Application.Ports.Mail;
using GreenFactory.Infrastructure.Notifications;
using MailKit.Security;
using MimeKit;
using Xunit;

namespace GreenFactory.Application.Tests.Infrastructure;

public sealed class MailSenderTests
{
    private static readonly MailOptions From = new("noreply@example.cn", "绿色工厂申报平台");
    private static readonly MailLetter Letter = new(Guid.CreateVersion7(), "li@example.cn", "李工", "申报材料被退回", "请于 3 个工作日内补正。");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_in_the_folder_is_a_message_any_mail_program_opens()
    {
        using var folder = new TemporaryFolder();
        var sender = new FolderMailSender(Path.Combine(folder.Path, "mail"), From, TimeProvider.System);

        Assert.IsType<MailResult.Accepted>(await sender.SendAsync(Letter, Cancellation));

        using var message = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(folder.Path, "*.eml", SearchOption.AllDirectories)), Cancellation);
        AssertIsTheLetter(message);
    }

    [Fact]
    public async Task A_letter_reaches_the_mail_server()
    {
        await using var server = new SmtpPeer();

        Assert.IsType<MailResult.Accepted>(await Smtp(server.Port).SendAsync(Letter, Cancellation));

        using var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(server.Letter)), Cancellation);
        AssertIsTheLetter(message);
    }

    [Theory]
    [InlineData("li@重庆绿能.中国")]
    [InlineData("li@xn--skqx96jq9b29z.xn--fiqs8s")]
    public async Task A_letter_to_a_chinese_domain_is_sent_in_the_form_that_mail_servers_know(string address)
    {
        var ascii = "li@" + new IdnMapping().GetAscii(address[3..]);
        await using var server = new SmtpPeer();

        Assert.IsType<MailResult.Accepted>(await Smtp(server.Port).SendAsync(Letter with { ToAddress = address }, Cancellation));

        Assert.Contains($"<{ascii}>", server.Recipient, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_break_in_the_subject_or_name_adds_no_recipient()
    {
        await using var server = new SmtpPeer();

        await Smtp(server.Port).SendAsync(Letter with { Subject = "通知\r\nBcc: spy@example.com", ToName = "李\nCc: spy@example.com" }, Cancellation);

        using var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(server.Letter)), Cancellation);
        Assert.Empty(message.Bcc);
        Assert.Empty(message.Cc);
        Assert.Equal("li@example.cn", Assert.Single(message.To.Mailboxes).Address);
    }

    [Theory]
    [InlineData("550 no such user", typeof(MailResult.Rejected))]
    [InlineData("450 mailbox busy", typeof(MailResult.Postponed))]
    public async Task A_refused_recipient_is_final_only_when_the_server_says_so(string reply, Type expected)
    {
        await using var server = new SmtpPeer { RecipientReply = reply };

        Assert.IsType(expected, await Smtp(server.Port).SendAsync(Letter, Cancellation));
    }

    [Fact]
    public async Task A_mail_server_that_is_away_postpones_the_letter()
    {
        int port;
        await using (var server = new SmtpPeer())
            port = server.Port;

        var postponed = Assert.IsType<MailResult.Postponed>(await Smtp(port).SendAsync(Letter, Cancellation));

        Assert.Contains($"127.0.0.1:{port}", postponed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("李工")]
    [InlineData("a@example.cn, b@example.cn")]
    [InlineData("a@example.cn\r\nBcc: b@example.cn")]
    public async Task What_is_not_one_address_is_rejected(string address)
    {
        using var folder = new TemporaryFolder();

        var result = await new FolderMailSender(folder.Path, From, TimeProvider.System).SendAsync(Letter with { ToAddress = address }, Cancellation);

        Assert.IsType<MailResult.Rejected>(result);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static SmtpMailSender Smtp(int port) =>
        new(new SmtpOptions("127.0.0.1", port, SecureSocketOptions.None, null, null, TimeSpan.FromSeconds(10)), From, TimeProvider.System);

    private static void AssertIsTheLetter(MimeMessage message)
    {
        Assert.Equal("申报材料被退回", message.Subject);
        Assert.Equal("请于 3 个工作日内补正。", message.TextBody?.TrimEnd());
        Assert.Equal("绿色工厂申报平台", Assert.Single(message.From).Name);
        Assert.Equal(("李工", "li@example.cn"), (message.To.Mailboxes.Single().Name, message.To.Mailboxes.Single().Address));
        Assert.Equal($"{Letter.Id:N}@example.cn", message.MessageId);
    }
}
