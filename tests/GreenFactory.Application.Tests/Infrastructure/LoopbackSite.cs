using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GreenFactory.Application.Tests.Infrastructure;

/// <summary>A small web site on this machine that notes what is asked of it.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly Task _serving;
    private readonly string _css;

    internal LoopbackSite(string css)
    {
        _css = css;
        _listener.Start();
        _serving = ServeAsync();
    }

    internal Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    internal bool NeverAnswers { get; init; }

    internal IReadOnlyCollection<string> Asked => _asked;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        try
        {
            await _serving;
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener was closed under its accept.
        }

        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = AnswerAsync(client);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                if (await reader.ReadLineAsync(_end.Token) is not { } line)
                    return;
                _asked.Enqueue(line.Split(' ')[1]);
                if (NeverAnswers)
                    await Task.Delay(Timeout.Infinite, _end.Token);
                var head = $"HTTP/1.1 200 OK\r\nContent-Type: text/css\r\nContent-Length: {Encoding.UTF8.GetByteCount(_css)}\r\nConnection: close\r\n\r\n";
                await stream.WriteAsync(Encoding.UTF8.GetBytes(head + _css), _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The browser or the test went away first.
        }
    }
}
