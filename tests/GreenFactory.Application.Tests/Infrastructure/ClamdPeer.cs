using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace GreenFactory.Application.Tests.Infrastructure;

/// <summary>The daemon's side of the INSTREAM command, with one signature: the real one cannot get its database in a closed network.</summary>
internal sealed class ClamdPeer : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly byte[] _signature;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    internal ClamdPeer(Socket boundListener, byte[] signature)
    {
        _listener = boundListener;
        _signature = signature;
        _listener.Listen();
        _serving = ServeAsync();
    }

    internal long StreamMaxLength { get; init; } = long.MaxValue;

    internal bool NeverAnswers { get; init; }

    internal long BytesReceived { get; private set; }

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
            using var client = await _listener.AcceptAsync(_end.Token);
            await using var stream = new NetworkStream(client);
            if (NeverAnswers)
                await Task.Delay(Timeout.Infinite, _end.Token);
            try
            {
                var reply = await ReplyAsync(stream);
                await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + '\0'), _end.Token);
            }
            catch (IOException)
            {
                // A client that hangs up ends its own conversation, as with the daemon, and not the peer.
            }
        }
    }

    private async Task<string> ReplyAsync(NetworkStream stream)
    {
        var command = new byte[10];
        await stream.ReadExactlyAsync(command, _end.Token);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
            return "UNKNOWN COMMAND";
        using var content = new MemoryStream();
        var size = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(size, _end.Token);
            var length = BinaryPrimitives.ReadUInt32BigEndian(size);
            if (length == 0)
                break;
            var chunk = new byte[length];
            await stream.ReadExactlyAsync(chunk, _end.Token);
            content.Write(chunk);
            BytesReceived = content.Length;
            if (content.Length > StreamMaxLength)
                return "INSTREAM size limit exceeded. ERROR";
        }

        return content.ToArray().AsSpan().IndexOf(_signature) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }
}
