using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GreenFactory.Domain.Transparency;

/// <summary>Head of a log as C2SP states it (c2sp.org/tlog-checkpoint): which log, how many entries, and the root over them.</summary>
/// <param name="Origin">Which log: an address without scheme, such as <c>portal.example/cq/events</c>.</param>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">Root of the tree over them, 32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    private const int RootLength = 32;

    /// <summary>The text that is signed.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>Reads the text of a note; lines after the third are extensions and are passed over.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (text.Split('\n') is not [{ Length: > 0 } origin, var size, var root, ..]
            || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number.ToString(CultureInfo.InvariantCulture) != size)
        {
            return false;
        }

        var bytes = new byte[root.Length];
        if (!Convert.TryFromBase64String(root, bytes, out var length) || length != RootLength)
        {
            return false;
        }

        checkpoint = new Checkpoint(origin, number, bytes[..length]);
        return true;
    }
}
