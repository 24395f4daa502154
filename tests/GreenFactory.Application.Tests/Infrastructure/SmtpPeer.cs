using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GreenFactory.Application.Tests.Infrastructure;

/// <summary>A mail server's side of SMTP (RFC 5321) for one letter at a time.</summary>
internal sealed class SmtpPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    internal SmtpPeer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal string RecipientReply { get; init; } = "250 ok";

    internal string Recipient { get; private set; } = "";

    internal string Letter { get; private set; } = "";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        try
        {
            await _serving;
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The listener was closed under its accept.
        }

        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_end.Token);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 peer");
            while (await reader.ReadLineAsync(_end.Token) is { } command && !command.StartsWith("QUIT", StringComparison.Ordinal))
            {
                Recipient = command.StartsWith("RCPT", StringComparison.Ordinal) ? command : Recipient;
                await writer.WriteLineAsync(command[..4] switch
                {
                    "RCPT" => RecipientReply,
                    "DATA" => "354 go on",
                    _ => "250 ok",
                });
                if (command.StartsWith("DATA", StringComparison.Ordinal))
                {
                    Letter = await ReadLetterAsync(reader);
                    await writer.WriteLineAsync("250 taken");
                }
            }
        }
    }

    private async Task<string> ReadLetterAsync(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
            letter.Append(line).Append("\r\n");
        return letter.ToString();
    }
}
