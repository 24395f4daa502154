using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using GreenFactory.Application.Ports.Scanning;

namespace GreenFactory.Infrastructure.VirusScan;

/// <summary>Scans by the INSTREAM command of a ClamAV daemon (clamd(8), section COMMANDS).</summary>
/// <param name="options">Where the daemon is.</param>
public sealed class ClamAvScanner(ClamAvOptions options) : IVirusScanner
{
    private const int ChunkBytes = 64 * 1024;
    private const int MaxReplyBytes = 4096;

    /// <inheritdoc />
    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.Timeout);
        try
        {
            using var socket = await ConnectAsync(deadline.Token);
            await using var connection = new NetworkStream(socket);
            return await ScanAsync(connection, content, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var seconds = options.Timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
            return new ScanResult.Unavailable($"clamd at {options.Endpoint} did not answer within {seconds} s.");
        }
        catch (SocketException e)
        {
            return new ScanResult.Unavailable($"Cannot connect to clamd at {options.Endpoint}: {e.Message}. Is the daemon running?");
        }
        catch (IOException e) when (e.InnerException is SocketException)
        {
            return new ScanResult.Unavailable($"The connection to clamd at {options.Endpoint} broke: {e.Message}");
        }
    }

    private async Task<ScanResult> ScanAsync(NetworkStream connection, Stream content, CancellationToken cancellation)
    {
        long sent;
        try
        {
            sent = await SendAsync(connection, content, cancellation);
        }
        catch (IOException e) when (e.InnerException is SocketException)
        {
            // clamd stops reading in the middle when it has something to say, such as that its own limit is exceeded.
            return Interpret(await ReadReplyAsync(connection, cancellation));
        }

        return sent > options.StreamMaxBytes
            ? new ScanResult.TooLong(
                $"The file is longer than clamd's StreamMaxLength of {options.StreamMaxBytes} bytes: raise it in clamd.conf and in Scan:StreamMaxMegabytes.")
            : Interpret(await ReadReplyAsync(connection, cancellation));
    }

    private async Task<long> SendAsync(NetworkStream connection, Stream content, CancellationToken cancellation)
    {
        await connection.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var chunk = new byte[sizeof(uint) + ChunkBytes];
        long sent = 0;
        int read;
        while ((read = await content.ReadAsync(chunk.AsMemory(sizeof(uint)), cancellation)) > 0)
        {
            sent += read;
            if (sent > options.StreamMaxBytes)
                return sent;
            BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)read);
            await connection.WriteAsync(chunk.AsMemory(0, sizeof(uint) + read), cancellation);
        }

        await connection.WriteAsync(new byte[sizeof(uint)], cancellation);
        return sent;
    }

    private static async Task<string> ReadReplyAsync(NetworkStream connection, CancellationToken cancellation)
    {
        var reply = new byte[MaxReplyBytes];
        var length = 0;
        int read;
        while (length < MaxReplyBytes && (read = await connection.ReadAsync(reply.AsMemory(length), cancellation)) > 0)
        {
            length += read;
            if (reply.AsSpan(0, length).Contains((byte)0))
                break;
        }

        return Encoding.UTF8.GetString(reply, 0, length).TrimEnd('\0', '\n');
    }

    private ScanResult Interpret(string reply)
    {
        const string prefix = "stream: ";
        const string found = " FOUND";
        if (reply == prefix + "OK")
            return new ScanResult.Clean(ScanDepth.AntivirusEngine);
        if (reply.StartsWith(prefix, StringComparison.Ordinal) && reply.EndsWith(found, StringComparison.Ordinal))
            return new ScanResult.Infected(reply[prefix.Length..^found.Length], ScanDepth.AntivirusEngine);
        if (reply.Contains("size limit exceeded", StringComparison.Ordinal))
        {
            return new ScanResult.TooLong(
                $"clamd at {options.Endpoint} answered: {reply}. Raise StreamMaxLength in clamd.conf, and state it in Scan:StreamMaxMegabytes.");
        }

        return new ScanResult.Unavailable(
            reply.Length == 0 ? $"clamd at {options.Endpoint} closed the connection without a verdict." : $"clamd at {options.Endpoint} answered: {reply}");
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellation)
    {
        var isUnix = options.Endpoint.Scheme == "unix";
        var socket = isUnix
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (isUnix)
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(options.Endpoint.AbsolutePath), cancellation);
            else
                await socket.ConnectAsync(options.Endpoint.Host, options.Endpoint.Port, cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
