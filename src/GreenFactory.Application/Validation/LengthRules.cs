using FluentValidation;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Validation;

/// <summary>Limits in characters as people count them.</summary>
internal static class LengthRules
{
    /// <summary>The refusal of a text that is too long, at its field; null when it is not.</summary>
    public static Error? TooLong(string label, string? text, int most, string field) =>
        WrittenText.Count(text) is var count && count > most ? new Error("text.too_long", $"{label}最多 {most} 字，现在有 {count} 字，请删减。", field) : null;

    /// <summary>At most so many characters, a line break being one (<see cref="WrittenText.Count"/>).</summary>
    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int characters) => rule.Must(text => WrittenText.Count(text) <= characters);
}
