using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace GreenFactory.Domain.Shared;

/// <summary>Text as people write it: counted as they count it, and without what no keyboard writes and no database keeps.</summary>
public static class WrittenText
{
    private const int NextLine = 0x0085;
    private const int LineTabulation = 0x000B;
    private const int FormFeed = 0x000C;

    /// <summary>
    /// How many characters a person counts: every Unicode character one, a line break one however it is encoded, and what surrounds the words none, since it
    /// is not kept either (<see cref="Said"/>). <c>counter.js</c> counts alike.
    /// </summary>
    public static int Count(string? text)
    {
        var count = 0;
        var afterReturn = false;
        foreach (var rune in Said(text).EnumerateRunes())
        {
            count += afterReturn && rune.Value == '\n' ? 0 : 1;
            afterReturn = rune.Value == '\r';
        }

        return count;
    }

    /// <summary>
    /// What a text says: without the space around it, and nothing at all where nothing in it can be seen. Whatever keeps or asks for words takes them from
    /// here, so that a blank that no reader sees is a blank to every use case alike.
    /// </summary>
    public static string Said(string? text) => SaysNothing(text) ? "" : text.Trim();

    /// <summary>Whether nothing of the text can be seen: it is empty, or space, line breaks and invisible characters only.</summary>
    public static bool SaysNothing([NotNullWhen(false)] string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !ComparableText.IsInvisible(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the text, without the space around it, has a length in characters between two limits, both included. What cannot be seen says nothing.</summary>
    public static bool IsBetween(string? text, int least, int most) => Count(ComparableText.Visible(text)) >= least && Count(text) <= most;

    /// <summary>
    /// The text with every line break as <c>\n</c> (those of word processors too) and without control characters and halves of characters.
    /// Words, tabs, and everything that can be seen stay.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                i++;
                continue;
            }

            i += rune.Utf16SequenceLength;
            if (IsLineBreak(rune))
            {
                clean.Append('\n');
                i += rune.Value == '\r' && i < text.Length && text[i] == '\n' ? 1 : 0;
            }
            else if (rune.Value == '\t' || !Rune.IsControl(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>The control characters in a text that nobody can have typed, as <c>U+0000</c>, each once; line breaks and tabs are none.</summary>
    public static IReadOnlyList<string> ControlCharacters(string text) =>
    [
        .. text.EnumerateRunes()
            .Where(rune => Rune.IsControl(rune) && rune.Value != '\t' && !IsLineBreak(rune))
            .Select(rune => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"))
            .Distinct(),
    ];

    private static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsSurrogate(character) || character is '\u2028' or '\u2029' || (char.IsControl(character) && character is not ('\t' or '\n')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLineBreak(Rune rune) => rune.Value is '\r' or '\n' or LineTabulation or FormFeed or NextLine or 0x2028 or 0x2029;
}
