namespace GreenFactory.Application.Tests.Infrastructure;

/// <summary>A request body that is produced as it is read and can break in the middle.</summary>
internal sealed class EndlessUpload(long length) : Stream
{
    internal long BytesRead { get; private set; }

    internal long BreaksAfter { get; init; } = long.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (BytesRead >= BreaksAfter)
            throw new IOException("The client went away.");
        var read = (int)Math.Min(count, length - BytesRead);
        BytesRead += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
