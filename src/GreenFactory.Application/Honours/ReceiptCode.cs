using System.Security.Cryptography;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Honours;

/// <summary>The code by which an objector follows an objection: 100 random bits, shown once, stored as a hash only.</summary>
internal static class ReceiptCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;
    private const int Block = 5;

    /// <summary>A new code in four blocks of five characters.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, Length / Block).Select(_ => RandomNumberGenerator.GetString(Alphabet, Block)));

    /// <summary>A short random part of a number.</summary>
    public static string Suffix() => RandomNumberGenerator.GetString(Alphabet, Block);

    /// <summary>Hash of a code as typed; blanks, hyphens and small letters do not matter.</summary>
    public static string Hash(string typed) =>
        ContentHashing.Sha256Hex(new string([.. typed.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]));
}
