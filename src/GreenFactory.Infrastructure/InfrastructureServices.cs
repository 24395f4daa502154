using System.Globalization;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Mail;
using GreenFactory.Application.Ports.Pdf;
using GreenFactory.Application.Ports.Scanning;
using GreenFactory.Application.Ports.Signing;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Application.Signing;
using GreenFactory.Infrastructure.Files;
using GreenFactory.Infrastructure.Notifications;
using GreenFactory.Infrastructure.Pdf;
using GreenFactory.Infrastructure.Signing;
using GreenFactory.Infrastructure.Spreadsheets;
using GreenFactory.Infrastructure.VirusScan;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GreenFactory.Infrastructure;

/// <summary>Puts the adapters behind their ports, as the settings say; <c>docs/settings.md</c> lists them.</summary>
public static class InfrastructureServices
{
    /// <summary>Registers every port of the application and <see cref="FileLimits"/> for evidence.</summary>
    /// <exception cref="InvalidOperationException">A setting has a value that cannot be; the message names it.</exception>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["Data:Folder"] ?? ".data");
        services.TryAddSingleton(TimeProvider.System);
        AddFiles(services, configuration, data);
        AddVirusScan(services, configuration);
        AddPdf(services, configuration);
        AddMail(services, configuration, data);
        AddSigning(services, configuration, data);
        services.AddSingleton<ISpreadsheetReader, SpreadsheetReader>();
        services.AddSingleton<ISpreadsheetWriter, SpreadsheetWriter>();
        services.AddSingleton<IWorkbookMarker, WorkbookMarker>();
        return services;
    }

    private static void AddFiles(IServiceCollection services, IConfiguration configuration, string data)
    {
        var root = Path.GetFullPath(configuration["Files:Folder"] ?? Path.Combine(data, "files"));
        services.AddSingleton(new FileLimits((long)Whole(configuration, "Files:MaxMegabytes", 50) * FileSize.Megabyte));
        services.AddSingleton<IFileStore>(provider => new FolderFileStore(root, provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddVirusScan(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Scan:Clamd"] is not { Length: > 0 } clamd)
        {
            services.AddSingleton<IVirusScanner, SignatureScanner>();
            return;
        }

        if (!Uri.TryCreate(clamd, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("tcp" or "unix"))
            throw new InvalidOperationException($"Scan:Clamd must be tcp://host:port or unix:/path, not '{clamd}'.");
        var options = new ClamAvOptions(
            endpoint,
            TimeSpan.FromSeconds(Whole(configuration, "Scan:TimeoutSeconds", 60)),
            (long)Whole(configuration, "Scan:StreamMaxMegabytes", 100) * FileSize.Megabyte);
        services.AddSingleton(options);
        services.AddSingleton<IVirusScanner>(new ClamAvScanner(options));
    }

    private static void AddPdf(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new PdfOptions(
            configuration["Pdf:Chromium"] is { Length: > 0 } path ? path : null,
            Whole(configuration, "Pdf:Concurrency", PdfOptions.Default.Concurrency),
            TimeSpan.FromSeconds(Whole(configuration, "Pdf:TimeoutSeconds", (int)PdfOptions.Default.Timeout.TotalSeconds)),
            configuration["Pdf:Sandbox"] is "true" or "True"));
        services.AddSingleton<IPdfPrinter, ChromiumPdfPrinter>();
    }

    private static void AddMail(IServiceCollection services, IConfiguration configuration, string data)
    {
        var letters = new MailOptions(configuration["Mail:From"] ?? "noreply@greenfactory.invalid", configuration["Mail:FromName"] ?? "绿色工厂申报平台");
        if (configuration["Mail:Smtp:Host"] is not { Length: > 0 } host)
        {
            var folder = Path.GetFullPath(configuration["Mail:Folder"] ?? Path.Combine(data, "mail"));
            services.AddSingleton<IMailSender>(provider => new FolderMailSender(folder, letters, provider.GetRequiredService<TimeProvider>()));
            return;
        }

        var security = (configuration["Mail:Smtp:Security"] ?? "StartTls") switch
        {
            "StartTls" => SecureSocketOptions.StartTls,
            "Tls" => SecureSocketOptions.SslOnConnect,
            "None" => SecureSocketOptions.None,
            var other => throw new InvalidOperationException($"Mail:Smtp:Security must be StartTls, Tls or None, not '{other}'."),
        };
        var server = new SmtpOptions(
            host,
            Whole(configuration, "Mail:Smtp:Port", security == SecureSocketOptions.SslOnConnect ? 465 : 587),
            security,
            configuration["Mail:Smtp:User"],
            configuration["Mail:Smtp:Password"],
            TimeSpan.FromSeconds(Whole(configuration, "Mail:Smtp:TimeoutSeconds", 30)));
        services.AddSingleton<IMailSender>(provider => new SmtpMailSender(server, letters, provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddSigning(IServiceCollection services, IConfiguration configuration, string data)
    {
        services.AddSingleton<ISignatureVerifier, SignatureVerifier>();
        services.AddSingleton<ISigningDevice, ProtectedKeySigningDevice>();
        services.AddSingleton<ITrustedKeys>(ConfiguredTrust.Read(configuration) ?? (ITrustedKeys)new TrustFile(Path.Combine(data, TrustFile.FileName)));
        services.AddSingleton<ICheckpointStore>(new CheckpointFolder(Path.GetFullPath(configuration["EventLog:Folder"] ?? Path.Combine(data, "checkpoints"))));
        var host = configuration["EventLog:Host"] is { Length: > 0 } named ? named
            : Uri.TryCreate(configuration["Portal:PublicAddress"], UriKind.Absolute, out var address) ? address.Host
            : "greenfactory.invalid";
        services.AddSingleton(new SigningNames(host));
    }

    private static int Whole(IConfiguration configuration, string key, int otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InvalidOperationException($"{key} must be a whole number above 0, not '{text}'.");
    }
}
