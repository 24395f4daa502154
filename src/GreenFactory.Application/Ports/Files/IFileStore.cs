namespace GreenFactory.Application.Ports.Files;

/// <summary>
/// Files by the SHA-256 of their bytes, apart for each municipality: one municipality can neither read another's file
/// nor learn, by uploading the same bytes, that it exists.
/// </summary>
public interface IFileStore
{
    /// <summary>Keeps the bytes of <paramref name="content"/>, read forward once and never held in memory as a whole.</summary>
    /// <param name="folder">Whose file it is.</param>
    /// <param name="content">The bytes, from the stream's current position.</param>
    /// <param name="limits">Reading stops at the limit and nothing is kept.</param>
    /// <param name="cancellation">Stops the reading; nothing is kept.</param>
    /// <returns>The file's address once it is durable, or the refusal.</returns>
    Task<StoreResult> StoreAsync(MunicipalityFolder folder, Stream content, FileLimits limits, CancellationToken cancellation);

    /// <summary>Opens a file for one forward reading; its hash is checked before the last bytes are handed out.</summary>
    /// <returns>The stream with a known length, or null when the folder has no such file or it is quarantined.</returns>
    /// <remarks>Reading throws <see cref="FileIntegrityException"/> when the bytes have changed since they were stored.</remarks>
    Task<Stream?> OpenAsync(MunicipalityFolder folder, FileHash hash, CancellationToken cancellation);

    /// <summary>Reads the whole file and compares its hash.</summary>
    Task<FileState> VerifyAsync(MunicipalityFolder folder, FileHash hash, CancellationToken cancellation);

    /// <summary>Takes an infected file out of use: it can no longer be opened, and the same bytes are refused from then on.</summary>
    /// <returns>False when the folder has no such file.</returns>
    Task<bool> QuarantineAsync(MunicipalityFolder folder, FileHash hash, CancellationToken cancellation);
}
