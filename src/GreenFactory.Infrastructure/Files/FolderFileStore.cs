using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Infrastructure.Files;

/// <summary>
/// The file store in a folder: <c>root/municipality/ab/abcdef…</c>, uploads in progress in <c>root/municipality/.incoming</c>,
/// infected files in <c>root/municipality/.quarantine</c>. Several nodes may share the folder on one file system.
/// </summary>
/// <param name="root">The folder; created when missing.</param>
/// <param name="clock">Tells which abandoned uploads are old.</param>
public sealed class FolderFileStore(string root, TimeProvider clock) : IFileStore
{
    private const int BufferBytes = 128 * 1024;
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<MunicipalityFolder, Paths> _prepared = new();

    /// <inheritdoc />
    public async Task<StoreResult> StoreAsync(
        MunicipalityFolder folder, Stream content, FileLimits limits, CancellationToken cancellation)
    {
        var paths = _prepared.GetOrAdd(folder, Prepare);
        var incoming = Path.Combine(paths.Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            if (await ReceiveAsync(content, incoming, limits, cancellation) is not { } received)
                return new StoreResult.Refused(FileRefusals.OverLimit(limits, content.CanSeek ? content.Length : null));
            if (File.Exists(paths.Quarantined(received.Hash)))
                return new StoreResult.Refused(FileRefusals.AlreadyQuarantined());
            return Keep(paths, incoming, received.Hash, received.Bytes);
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <inheritdoc />
    public Task<Stream?> OpenAsync(MunicipalityFolder folder, FileHash hash, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var file = new FileStream(PathsOf(folder).Kept(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, useAsync: true);
            return Task.FromResult<Stream?>(new VerifyingStream(file, hash));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc />
    public async Task<FileState> VerifyAsync(MunicipalityFolder folder, FileHash hash, CancellationToken cancellation)
    {
        await using var content = await OpenAsync(folder, hash, cancellation);
        if (content is null)
            return File.Exists(PathsOf(folder).Quarantined(hash)) ? FileState.Quarantined : FileState.Missing;
        try
        {
            await content.CopyToAsync(Stream.Null, BufferBytes, cancellation);
            return FileState.Intact;
        }
        catch (FileIntegrityException)
        {
            return FileState.Altered;
        }
    }

    /// <inheritdoc />
    public Task<bool> QuarantineAsync(MunicipalityFolder folder, FileHash hash, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var paths = PathsOf(folder);
        if (!File.Exists(paths.Kept(hash)))
            return Task.FromResult(File.Exists(paths.Quarantined(hash)));
        Directory.CreateDirectory(paths.Quarantine);
        File.Move(paths.Kept(hash), paths.Quarantined(hash), overwrite: true);
        DurableFolder.Flush(paths.Quarantine);
        return Task.FromResult(true);
    }

    private static async Task<(FileHash Hash, long Bytes)?> ReceiveAsync(
        Stream content, string path, FileLimits limits, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            long bytes = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                bytes += read;
                if (bytes > limits.MaxBytes)
                    return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            file.Flush(flushToDisk: true);
            return (FileHash.FromDigest(hash.GetHashAndReset()), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Replacing a file by the same bytes is harmless and heals a damaged copy.
    private static StoreResult.Stored Keep(Paths paths, string incoming, FileHash hash, long bytes)
    {
        var kept = paths.Kept(hash);
        var shard = Path.GetDirectoryName(kept)!;
        if (!Directory.Exists(shard))
        {
            Directory.CreateDirectory(shard);
            DurableFolder.Flush(paths.Folder);
        }

        var alreadyThere = File.Exists(kept);
        File.Move(incoming, kept, overwrite: true);
        DurableFolder.Flush(shard);
        return new StoreResult.Stored(hash, bytes, alreadyThere);
    }

    private Paths PathsOf(MunicipalityFolder folder) => new(Path.Combine(root, folder.Name));

    private Paths Prepare(MunicipalityFolder folder)
    {
        var paths = PathsOf(folder);
        Directory.CreateDirectory(paths.Incoming);
        var oldest = clock.GetUtcNow().UtcDateTime - AbandonedAfter;
        foreach (var abandoned in new DirectoryInfo(paths.Incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < oldest))
            abandoned.Delete();
        return paths;
    }

    private sealed record Paths(string Folder)
    {
        public string Incoming { get; } = Path.Combine(Folder, ".incoming");

        public string Quarantine { get; } = Path.Combine(Folder, ".quarantine");

        public string Kept(FileHash hash) => Path.Combine(Folder, hash.Hex[..2], hash.Hex);

        public string Quarantined(FileHash hash) => Path.Combine(Quarantine, hash.Hex);
    }
}
