using System.Security.Cryptography;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Scanning;

namespace GreenFactory.Infrastructure.VirusScan;

/// <summary>
/// Compares a file with the few signatures shipped with the product: it catches the industry's test file and a few crude tricks,
/// and says so by <see cref="ScanDepth.BasicSignaturesOnly"/>. A production deployment configures clamd instead.
/// </summary>
public sealed class SignatureScanner : IVirusScanner
{
    private const int BufferBytes = 128 * 1024;
    private static readonly BasicSignatures Signatures = BasicSignatures.Shipped;
    private static readonly int Overlap = Signatures.Patterns.Max(pattern => pattern.Bytes.Length) - 1;

    /// <inheritdoc />
    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var window = new byte[Overlap + BufferBytes];
        var kept = 0;
        int read;
        while ((read = await content.ReadAsync(window.AsMemory(kept, BufferBytes), cancellation)) > 0)
        {
            hash.AppendData(window, kept, read);
            var filled = kept + read;
            if (Find(window.AsSpan(0, filled)) is { } name)
                return new ScanResult.Infected(name, ScanDepth.BasicSignaturesOnly);
            kept = Math.Min(Overlap, filled);
            window.AsSpan(filled - kept, kept).CopyTo(window);
        }

        return Signatures.Hashes.TryGetValue(FileHash.FromDigest(hash.GetHashAndReset()), out var known)
            ? new ScanResult.Infected(known, ScanDepth.BasicSignaturesOnly)
            : new ScanResult.Clean(ScanDepth.BasicSignaturesOnly);
    }

    private static string? Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var (name, pattern) in Signatures.Patterns)
        {
            if (bytes.IndexOf(pattern) >= 0)
                return name;
        }

        return null;
    }
}
