using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Scanning;
using GreenFactory.Infrastructure.VirusScan;
using Xunit;

namespace GreenFactory.Application.Tests.Infrastructure;

public sealed class VirusScannerTests
{
    // In two halves, so that no antivirus takes this source file for the test file itself.
    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clamd_finds_what_its_database_knows_and_passes_the_rest()
    {
        await using var clamd = new ClamdPeer(Listen(out var endpoint), Eicar);
        var scanner = new ClamAvScanner(new ClamAvOptions(endpoint, TimeSpan.FromSeconds(10), FileSize.Megabyte));
        var large = RandomNumberGenerator.GetBytes(300_000);

        Assert.Equal(new ScanResult.Clean(ScanDepth.AntivirusEngine), await ScanAsync(scanner, large));
        Assert.Equal(300_000, clamd.BytesReceived);
        Assert.Equal(new ScanResult.Infected("Eicar-Test-Signature", ScanDepth.AntivirusEngine), await ScanAsync(scanner, [.. large, .. Eicar]));
    }

    [Fact]
    public async Task Clamd_is_reached_through_a_unix_socket()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "clamd.ctl");
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        await using var clamd = new ClamdPeer(listener, Eicar);

        var result = await ScanAsync(new ClamAvScanner(new ClamAvOptions(new Uri("unix:" + path), TimeSpan.FromSeconds(10), FileSize.Megabyte)), Eicar);

        Assert.IsType<ScanResult.Infected>(result);
    }

    [Fact]
    public async Task A_file_that_clamd_stops_reading_is_never_clean()
    {
        await using var clamd = new ClamdPeer(Listen(out var endpoint), Eicar) { StreamMaxLength = 100_000 };
        var scanner = new ClamAvScanner(new ClamAvOptions(endpoint, TimeSpan.FromSeconds(10), 100L * FileSize.Megabyte));

        var result = await ScanAsync(scanner, new byte[20 * FileSize.Megabyte]);

        Assert.True(result is ScanResult.TooLong or ScanResult.Unavailable, result.ToString());
    }

    [Fact]
    public async Task A_file_longer_than_clamd_takes_is_too_long_and_says_which_setting_to_raise()
    {
        await using var clamd = new ClamdPeer(Listen(out var endpoint), Eicar);

        var result = await ScanAsync(new ClamAvScanner(new ClamAvOptions(endpoint, TimeSpan.FromSeconds(10), 1000)), new byte[2000]);

        Assert.Contains("StreamMaxLength", Assert.IsType<ScanResult.TooLong>(result).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50, 25, "Files:MaxMegabytes (50) is above Scan:StreamMaxMegabytes (25)")]
    [InlineData(50, 50, null)]
    public void The_limits_of_portal_and_scanner_are_compared(int portal, int clamd, string? warning)
    {
        var options = new ClamAvOptions(new Uri("tcp://clamd:3310"), TimeSpan.FromSeconds(1), (long)clamd * FileSize.Megabyte);

        var found = options.Compare(new FileLimits((long)portal * FileSize.Megabyte));

        Assert.Equal(warning is null, found is null);
        Assert.StartsWith(warning ?? "", found ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_clamd_is_unavailable_after_the_timeout()
    {
        await using var clamd = new ClamdPeer(Listen(out var endpoint), Eicar) { NeverAnswers = true };

        var result = await ScanAsync(new ClamAvScanner(new ClamAvOptions(endpoint, TimeSpan.FromMilliseconds(300), 1000)), [1]);

        Assert.Contains("0.3 s", Assert.IsType<ScanResult.Unavailable>(result).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absent_clamd_is_unavailable()
    {
        Listen(out var endpoint).Dispose();

        var result = await ScanAsync(new ClamAvScanner(new ClamAvOptions(endpoint, TimeSpan.FromSeconds(5), 1000)), [1]);

        Assert.Contains("Cannot connect", Assert.IsType<ScanResult.Unavailable>(result).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(131_072 - 30)]
    [InlineData(500_000)]
    public async Task Basic_signatures_find_the_test_file_wherever_it_stands_and_admit_that_they_are_basic(int before)
    {
        var scanner = new SignatureScanner();

        Assert.Equal(new ScanResult.Infected("EICAR-Test-File", ScanDepth.BasicSignaturesOnly), await ScanAsync(scanner, [.. new byte[before], .. Eicar, 0]));
        Assert.Equal(new ScanResult.Clean(ScanDepth.BasicSignaturesOnly), await ScanAsync(scanner, [.. new byte[before], .. Eicar[..^1]]));
    }

    [Theory]
    [InlineData("%PDF-1.4 << /S /Launch /F (cmd.exe) >>", "Heuristic.PDF.LaunchAction")]
    [InlineData("%PDF-1.4 MZ This program cannot be run in DOS mode", "Heuristic.EmbeddedExecutable")]
    public async Task Basic_signatures_find_a_program_hidden_in_a_document(string content, string name) =>
        Assert.Equal(new ScanResult.Infected(name, ScanDepth.BasicSignaturesOnly), await ScanAsync(new SignatureScanner(), Encoding.ASCII.GetBytes(content)));

    private static Task<ScanResult> ScanAsync(IVirusScanner scanner, byte[] bytes) => scanner.ScanAsync(new MemoryStream(bytes), Cancellation);

    private static Socket Listen(out Uri endpoint)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        endpoint = new Uri($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}");
        return listener;
    }
}
