using System.Globalization;

namespace GreenFactory.Application.Declarations;

/// <summary>Which answers an opened form was shown: the section's revision, and a random name of the form itself so that its own saves never conflict with it.</summary>
/// <param name="Revision">Revision shown.</param>
/// <param name="Form">Name of the form.</param>
public sealed record FormToken(int Revision, string Form)
{
    /// <summary>A token for a form that is opened now.</summary>
    public static FormToken Open(int revision) => new(revision, Guid.NewGuid().ToString("N")[..12]);

    /// <summary>Reads a token; an unreadable one has seen nothing, so every difference counts as a conflict.</summary>
    public static FormToken Read(string? text) =>
        text?.Split('.') is [var revision, { Length: > 0 and <= 40 } form] && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new FormToken(number, form)
            : new FormToken(0, "unknown");

    /// <summary>The token as the form carries it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Revision}.{Form}");
}
