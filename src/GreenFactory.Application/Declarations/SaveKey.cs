using System.Globalization;

namespace GreenFactory.Application.Declarations;

/// <summary>
/// Names one save of one opened form, so that a save that arrives twice, or later than the one after it, does nothing. It is kept with the answer it brought.
/// </summary>
/// <param name="Form">Name of the form, as in <see cref="FormToken"/>.</param>
/// <param name="Number">Counts the saves of the form from 1.</param>
public sealed record SaveKey(string Form, int Number)
{
    /// <summary>Reads a key; null when there is none that can be read.</summary>
    public static SaveKey? Read(string? text) =>
        text?.Split('.') is [{ Length: > 0 and <= 40 } form, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new SaveKey(form, count)
            : null;

    /// <summary>The key as the form sends it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Form}.{Number}");

    /// <summary>Whether an answer already holds this save, or one that the same form made later.</summary>
    public bool IsIn(FieldAnswer? answer) =>
        (answer?.Keys ?? []).Select(Read).Any(kept => kept is not null && kept.Form == Form && kept.Number >= Number);
}
