using System.Diagnostics.CodeAnalysis;

namespace GreenFactory.Application.Ports.Files;

/// <summary>The SHA-256 of a file's bytes, as 64 lower-case hexadecimal digits: the file's only address in the store.</summary>
public readonly record struct FileHash
{
    private readonly string? _hex;

    private FileHash(string hex) => _hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    /// <exception cref="InvalidOperationException">The value was never computed or parsed.</exception>
    public string Hex => _hex ?? throw new InvalidOperationException("An empty file hash addresses no file.");

    /// <summary>The hash from the 32 bytes that SHA-256 yields.</summary>
    /// <exception cref="ArgumentException">The digest has another length.</exception>
    public static FileHash FromDigest(ReadOnlySpan<byte> digest) => digest.Length == 32
        ? new FileHash(Convert.ToHexStringLower(digest))
        : throw new ArgumentException($"A SHA-256 digest has 32 bytes, not {digest.Length}.", nameof(digest));

    /// <summary>Reads 64 hexadecimal digits of either case; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FileHash hash)
    {
        var valid = text is { Length: 64 } && text.All(char.IsAsciiHexDigit);
        hash = valid ? new FileHash(text!.ToLowerInvariant()) : default;
        return valid;
    }

    /// <summary>The hexadecimal digits.</summary>
    public override string ToString() => Hex;
}
