using System.Security.Cryptography;
using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Infrastructure.Files;

/// <summary>Reads a stored file forward and checks its hash before it hands out the last bytes, so an altered file never arrives whole.</summary>
internal sealed class VerifyingStream(FileStream file, FileHash expected) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly long _length = file.Length;
    private long _position;
    private bool _verified;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("A stored file is read forward only.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = file.Read(buffer);
        Take(buffer[..read], asked: buffer.Length);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await file.ReadAsync(buffer, cancellationToken);
        Take(buffer.Span[..read], asked: buffer.Length);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A stored file is read forward only.");

    public override void SetLength(long value) => throw new NotSupportedException("A stored file never changes.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A stored file never changes.");

    public override async ValueTask DisposeAsync()
    {
        _hash.Dispose();
        await file.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes, int asked)
    {
        if (_verified)
            return;
        _hash.AppendData(bytes);
        _position += bytes.Length;
        var atEnd = _position >= _length || (bytes.IsEmpty && asked > 0);
        if (!atEnd)
            return;
        var actual = FileHash.FromDigest(_hash.GetHashAndReset());
        if (actual != expected)
            throw new FileIntegrityException($"Stored file {expected} now has the hash {actual}: restore it from backup.");
        _verified = true;
    }
}
