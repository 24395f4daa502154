using System.Globalization;
using System.Text;
using Serilog.Core;
using Serilog.Events;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// What callers choose (addresses, names) may hold line breaks and other control characters; in the log they are written as <c>\u000A</c>, so that a value never
/// looks like a line of its own or moves a terminal's cursor.
/// </summary>
public sealed class OneLineValues : ILogEventEnricher
{
    /// <summary>How a line is written: moment with offset, level, message.</summary>
    public const string Line = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} [{Level:u3}] {Message:lj}{NewLine}{Exception}";

    /// <inheritdoc/>
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            if (value is ScalarValue { Value: { } inner and (string or PathString or Uri) } && inner.ToString() is { } text && text.Any(BreaksLine))
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(Escape(text))));
            }
        }
    }

    private static bool BreaksLine(char character) =>
        char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (BreaksLine(character))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }
}
