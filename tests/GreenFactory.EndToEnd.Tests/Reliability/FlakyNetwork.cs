using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace GreenFactory.EndToEnd.Tests.Reliability;

/// <summary>A wire between a person and the portal that can be cut: open connections break, new ones are refused until it is mended.</summary>
internal sealed class FlakyNetwork : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly CancellationTokenSource _end = new();
    private readonly int _portal;
    private readonly Task _serving;
    private volatile bool _cut;

    public FlakyNetwork(Uri portal)
    {
        _portal = portal.Port;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where the portal is reached over this wire.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Cuts the wire for a while, in the middle of whatever is under way.</summary>
    public async Task CutAsync(TimeSpan time, CancellationToken cancellation)
    {
        _cut = true;
        foreach (var client in _open.Keys)
        {
            client.Close();
        }

        await Task.Delay(time, cancellation);
        _cut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        foreach (var client in _open.Keys)
        {
            client.Dispose();
        }

        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var person = await _listener.AcceptTcpClientAsync(_end.Token);
                if (_cut)
                {
                    person.Dispose();
                }
                else
                {
                    _ = CarryAsync(person);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient person)
    {
        using var portal = new TcpClient();
        _open[person] = 0;
        _open[portal] = 0;
        try
        {
            await portal.ConnectAsync(IPAddress.Loopback, _portal, _end.Token);
            await Task.WhenAny(
                person.GetStream().CopyToAsync(portal.GetStream(), _end.Token),
                portal.GetStream().CopyToAsync(person.GetStream(), _end.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or one end went away; the other end learns it by the closed connection.
        }
        finally
        {
            _open.TryRemove(person, out _);
            _open.TryRemove(portal, out _);
            person.Dispose();
        }
    }
}
