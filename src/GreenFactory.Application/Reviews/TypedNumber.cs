using System.Text;
using System.Text.RegularExpressions;

namespace GreenFactory.Application.Reviews;

/// <summary>Numbers as people type them.</summary>
internal static partial class TypedNumber
{
    /// <summary>The text in half-width characters, without thousands separators.</summary>
    public static string Normal(string text)
    {
        var half = text.Trim().Normalize(NormalizationForm.FormKC);
        return Grouped().IsMatch(half) ? half.Replace(",", "", StringComparison.Ordinal) : half;
    }

    [GeneratedRegex(@"\A[-+]?\d{1,3}(,\d{3})+(\.\d+)?\z")]
    private static partial Regex Grouped();
}
