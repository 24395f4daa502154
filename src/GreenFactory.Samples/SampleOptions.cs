using System.Globalization;

namespace GreenFactory.Samples;

/// <summary>Which invented year is planted.</summary>
/// <param name="Size">Number of cases of the present campaign.</param>
/// <param name="Seed">The word everything follows from: the same seed, size and day give the same municipality.</param>
public sealed record SampleOptions(int Size, string Seed)
{
    /// <summary>Cases a demonstration gets when nothing else is asked for: 240 factories and 12 parks.</summary>
    public const int UsualSize = 252;

    /// <summary>The fewest cases with which every district and every state has something.</summary>
    public const int Fewest = 100;

    /// <summary>The most cases.</summary>
    public const int Most = 100_000;

    /// <summary>The seed a demonstration gets when nothing else is asked for.</summary>
    public const string UsualSeed = "2026";

    /// <summary>Reads a size as it was typed.</summary>
    /// <exception cref="SampleRefusedException">It is no number, or out of bounds.</exception>
    public static int ReadSize(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= Fewest and <= Most
            ? size
            : throw new SampleRefusedException($"The size of a sample year is a number of cases from {Fewest} to {Most}, not '{typed}'.");
}

/// <summary>A sample year cannot be planted; the message says why and what to do.</summary>
public sealed class SampleRefusedException(string message) : Exception(message);
