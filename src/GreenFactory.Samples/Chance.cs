using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GreenFactory.Samples;

/// <summary>A row of numbers that follows from words alone: the same words give the same row on every machine.</summary>
internal sealed class Chance
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state;

    private Chance(ulong state) => this.state = state;

    /// <summary>The row that belongs to these words.</summary>
    public static Chance Of(params IEnumerable<string> words) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', words)))));

    /// <summary>A number from 0, below a limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number between two, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A quantity between two, with so many decimals.</summary>
    public decimal Between(decimal low, decimal high, int decimals) => decimal.Round(low + ((high - low) * Below(1_000_001) / 1_000_000m), decimals);

    /// <summary>Whether something holds that holds so many times in a hundred.</summary>
    public bool Holds(int percent) => Below(100) < percent;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>A guid of version 7 of a moment.</summary>
    public Guid Key(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)at.ToUnixTimeMilliseconds() << 16 | Next() & 0xFFFF);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A quantity as people type it.</summary>
    public static string Typed(decimal quantity) => quantity.ToString("0.####", CultureInfo.InvariantCulture);

    // SplitMix64.
    private ulong Next()
    {
        state += Step;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
