using System.Globalization;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Declarations;

/// <summary>What a kept answer has to do with a save that arrives.</summary>
public enum SaveKeyUse
{
    /// <summary>The save was not seen before.</summary>
    New,

    /// <summary>The answer holds the save already, or a later one of the same form.</summary>
    Done,

    /// <summary>The answer holds a save of this name that brought something else: neither may be dropped without a decision.</summary>
    OfOtherContent,
}

/// <summary>
/// Names one save of one opened form, so that a save that arrives twice, or later than the one after it, does nothing. It is kept with the answer it brought.
/// </summary>
/// <param name="Form">Name of the form, as in <see cref="FormToken"/>.</param>
/// <param name="Number">Counts the saves of the form from 1.</param>
public sealed record SaveKey(string Form, int Number)
{
    private const int DigestLength = 16;

    /// <summary>Reads a key; null when there is none that can be read.</summary>
    public static SaveKey? Read(string? text) =>
        text?.Split('.') is [{ Length: > 0 and <= 40 } form, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new SaveKey(form, count)
            : null;

    /// <summary>The key as the form sends it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Form}.{Number}");

    /// <summary>What an answer has to do with this save.</summary>
    /// <param name="answer">The answer as it stands; null for none.</param>
    /// <param name="values">What this save brings for the field.</param>
    public SaveKeyUse UseIn(FieldAnswer? answer, IReadOnlyList<string> values)
    {
        var kept = (answer?.Keys ?? []).Select(text => text.Split('#')).Select(parts => (Key: Read(parts[0]), Digest: parts.ElementAtOrDefault(1))).Where(one => one.Key?.Form == Form).ToList();
        return kept.Exists(one => one.Key!.Number == Number && one.Digest is not null && one.Digest != Digest(values)) ? SaveKeyUse.OfOtherContent
            : kept.Exists(one => one.Key!.Number >= Number) ? SaveKeyUse.Done
            : SaveKeyUse.New;
    }

    /// <summary>The key as it is kept with the answer that it brought, so that other content under the same key is noticed.</summary>
    public string Kept(IReadOnlyList<string> values) => $"{this}#{Digest(values)}";

    private static string Digest(IReadOnlyList<string> values) => ContentHashing.Sha256Hex([.. values])[..DigestLength];
}
