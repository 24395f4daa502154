using System.Text;

namespace GreenFactory.Web.Access;

/// <summary>A code of the second factor as people type it.</summary>
internal static class TypedCode
{
    /// <summary>The code without blanks, and with full-width characters of a Chinese keyboard as plain ones.</summary>
    public static string Read(string? typed) => string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character)));
}
