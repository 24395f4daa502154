using System.Globalization;

namespace GreenFactory.Application.Ports.Files;

/// <summary>File lengths as people read them.</summary>
public static class FileSize
{
    /// <summary>1024 × 1024 bytes.</summary>
    public const int Megabyte = 1024 * 1024;

    /// <summary>A length in the largest fitting unit with one decimal, such as 「312.5 MB」 or 「700 字节」.</summary>
    /// <param name="bytes">The length in bytes.</param>
    public static string Describe(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} 字节"),
        < Megabyte => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024m:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (decimal)Megabyte:0.#} MB"),
    };
}
