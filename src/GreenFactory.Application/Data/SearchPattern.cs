using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Data;

/// <summary>Typed text as a LIKE pattern over a folded search column: found anywhere, its own percent signs and underscores meant literally.</summary>
internal static class SearchPattern
{
    /// <summary>The escape character of the patterns.</summary>
    public const string Escape = "\\";

    /// <summary>The pattern; null where nothing is left to search for.</summary>
    public static string? Of(string? typed) => ComparableText.Search(typed ?? "") is { Length: > 0 } word
        ? $"%{word.Replace(Escape, @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%"
        : null;
}
