using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Mail;
using GreenFactory.Application.Ports.Pdf;
using GreenFactory.Application.Ports.Scanning;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Infrastructure;
using GreenFactory.Infrastructure.Files;
using GreenFactory.Infrastructure.Notifications;
using GreenFactory.Infrastructure.VirusScan;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Application.Tests.Infrastructure;

public sealed class InfrastructureServicesTests
{
    [Fact]
    public async Task Every_port_has_an_adapter_that_needs_no_setting()
    {
        await using var services = Compose();

        Assert.IsType<FolderFileStore>(services.GetRequiredService<IFileStore>());
        Assert.IsType<SignatureScanner>(services.GetRequiredService<IVirusScanner>());
        Assert.IsType<FolderMailSender>(services.GetRequiredService<IMailSender>());
        Assert.Equal(50L * FileSize.Megabyte, services.GetRequiredService<FileLimits>().MaxBytes);
        Assert.NotNull(services.GetRequiredService<IPdfPrinter>());
        Assert.NotNull(services.GetRequiredService<ISpreadsheetReader>());
        Assert.NotNull(services.GetRequiredService<ISpreadsheetWriter>());
    }

    [Fact]
    public async Task Settings_choose_the_antivirus_engine_the_mail_server_and_the_limit()
    {
        await using var services = Compose(("Scan:Clamd", "unix:/run/clamav/clamd.ctl"), ("Mail:Smtp:Host", "mail.example.cn"), ("Files:MaxMegabytes", "20"));

        Assert.IsType<ClamAvScanner>(services.GetRequiredService<IVirusScanner>());
        Assert.IsType<SmtpMailSender>(services.GetRequiredService<IMailSender>());
        Assert.Equal(20L * FileSize.Megabyte, services.GetRequiredService<FileLimits>().MaxBytes);
    }

    [Theory]
    [InlineData("Scan:Clamd", "127.0.0.1:3310")]
    [InlineData("Files:MaxMegabytes", "fifty")]
    [InlineData("Pdf:Concurrency", "0")]
    public void A_setting_that_cannot_be_stops_the_start_and_is_named(string key, string value) =>
        Assert.Contains(key, Assert.Throws<InvalidOperationException>(() => Compose((key, value))).Message, StringComparison.Ordinal);

    private static ServiceProvider Compose(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddLogging()
        .AddInfrastructure(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, string? (pair) => pair.Value)).Build())
        .BuildServiceProvider();
}
