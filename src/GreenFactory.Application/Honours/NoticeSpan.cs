using System.Globalization;
using GreenFactory.Application.Clock;
using GreenFactory.Domain.Honours;

namespace GreenFactory.Application.Honours;

/// <summary>From when to when a notice stands, as it was signed.</summary>
public sealed record NoticeSpan(DateTimeOffset OpensAt, DateTimeOffset EndsAt)
{
    private const string OpensKey = "opensAt";
    private const string EndsKey = "endsAt";

    /// <summary>The span as the heading of a notice carries it: Beijing time, to the second.</summary>
    public IReadOnlyDictionary<string, string> Heading => new Dictionary<string, string> { [OpensKey] = ChinaTime.Exact(OpensAt), [EndsKey] = ChinaTime.Exact(EndsAt) };

    /// <summary>Reads it out of a signed notice; where the heading has none, nothing stands.</summary>
    public static NoticeSpan Of(SignedDocument notice) => new(Read(notice, OpensKey), Read(notice, EndsKey));

    private static DateTimeOffset Read(SignedDocument notice, string key) =>
        DateTime.TryParseExact(notice.Heading.More.GetValueOrDefault(key, ""), ChinaTime.ExactFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? ChinaTime.At(local)
            : notice.Heading.SignedAt;
}
