using System.Text;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Web.Access;

/// <summary>A code of the second factor as people type it.</summary>
internal static class TypedCode
{
    /// <summary>The code without blanks and invisible characters, and with full-width characters of a Chinese keyboard as plain ones.</summary>
    public static string Read(string? typed) =>
        string.Concat(ComparableText.Visible(typed).Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character)));
}
