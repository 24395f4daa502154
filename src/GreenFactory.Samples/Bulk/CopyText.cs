using System.Globalization;
using System.Text;

namespace GreenFactory.Samples.Bulk;

/// <summary>Values as PostgreSQL reads them in the text form of COPY.</summary>
internal static class CopyText
{
    /// <summary>Appends a value; null and what has a mark of its own are written as COPY says.</summary>
    /// <exception cref="NotSupportedException">No row holds such a value yet.</exception>
    public static void Append(StringBuilder line, object? value)
    {
        switch (value)
        {
            case null:
                line.Append(@"\N");
                break;
            case string text:
                Escape(line, text);
                break;
            case Guid key:
                line.Append(null, $"{key}");
                break;
            case bool flag:
                line.Append(flag ? 't' : 'f');
                break;
            case DateTimeOffset moment:
                line.Append(CultureInfo.InvariantCulture, $"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}+00");
                break;
            case DateOnly day:
                line.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}");
                break;
            case IEnumerable<string> many:
                Escape(line, $"{{{string.Join(',', many.Select(one => $"\"{one.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}");
                break;
            case int or long or uint or decimal:
                line.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private static void Escape(StringBuilder line, string text)
    {
        foreach (var character in text)
        {
            switch (character)
            {
                case '\\':
                    line.Append(@"\\");
                    break;
                case '\n':
                    line.Append(@"\n");
                    break;
                case '\r':
                    line.Append(@"\r");
                    break;
                case '\t':
                    line.Append(@"\t");
                    break;
                default:
                    line.Append(character);
                    break;
            }
        }
    }
}
