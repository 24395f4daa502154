using FluentValidation;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Validation;

/// <summary>Limits in characters as people count them.</summary>
internal static class LengthRules
{
    /// <summary>The refusal of a text that is too long, at its field; null when it is not.</summary>
    public static Error? TooLong(string label, string? text, int most, string field) =>
        WrittenText.Count(text) is var count && count > most ? new Error("text.too_long", $"{label}最多 {most} 字，现在有 {count} 字，请删减。", field) : null;

    /// <summary>The text, without space around it, has at least and at most so many characters; whoever wrote too many is told how many.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="label">What the text is, such as 异议内容和依据.</param>
    /// <param name="least">Fewest characters.</param>
    /// <param name="most">Most characters.</param>
    public static IRuleBuilderOptions<T, string?> Between<T>(this IRuleBuilder<T, string?> rule, string label, int least, int most) =>
        rule.Must(text => WrittenText.IsBetween(text, least, most)).WithMessage((_, text) => Refusal(label, text, least, most));

    /// <summary>The refusal of a text that is shorter or longer than it may be.</summary>
    public static string Refusal(string label, string? text, int least, int most) => WrittenText.Count(text) is var count && count > most
        ? $"{label}最多 {most} 字，现在有 {count} 字，请删减。"
        : $"请写明{label}，{least} 至 {most} 字{(count > 0 ? $"，现在有 {count} 字" : "")}。";

    /// <summary>The text says something: space and characters that nobody sees are no words.</summary>
    public static IRuleBuilderOptions<T, string?> Written<T>(this IRuleBuilder<T, string?> rule) => rule.Must(text => !WrittenText.SaysNothing(text));

    /// <summary>At most so many characters, and whoever wrote more is told how many.</summary>
    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, string label, int most) =>
        rule.Must(text => WrittenText.Count(text) <= most).WithMessage((_, text) => $"{label}最多 {most} 字，现在有 {WrittenText.Count(text)} 字，请删减。");

    /// <summary>At most so many characters, a line break being one (<see cref="WrittenText.Count"/>).</summary>
    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int characters) => rule.Must(text => WrittenText.Count(text) <= characters);
}
