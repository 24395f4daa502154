using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace GreenFactory.Web.Pages.Public.Register;

/// <summary>A search of the register as an address carries it; the page and the open data share it.</summary>
public sealed record RegisterAddress
{
    private const int LongestText = 200;
    private const int LongestWord = 20;

    /// <summary>Text searched for.</summary>
    [Display(Name = "查找内容")]
    public string? Q { get; init; }

    /// <summary>factory or park.</summary>
    [Display(Name = "类别")]
    public string? Kind { get; init; }

    /// <summary>municipal or national.</summary>
    [Display(Name = "级别")]
    public string? Level { get; init; }

    /// <summary>valid, warned or removed.</summary>
    [Display(Name = "状态")]
    public string? State { get; init; }

    /// <summary>Key of a district.</summary>
    [Display(Name = "区县")]
    public Guid? District { get; init; }

    /// <summary>Year of an honour.</summary>
    [Display(Name = "年度")]
    public int? Year { get; init; }

    /// <summary>Place after which the page begins, as the page before gave it.</summary>
    [Display(Name = "翻页位置")]
    public string? After { get; init; }

    /// <summary>Words that a filter does not have, in Chinese; empty for an address that can be answered.</summary>
    public IReadOnlyList<string> Faults => [.. new[] { Fault<OrganisationKind>("类别", Kind), Fault<HonourLevel>("级别", Level), Fault<GreenUnitState>("状态", State) }.OfType<string>()];

    /// <summary>The search without the words that no filter has; whoever answers looks at <see cref="Faults"/> first.</summary>
    public RegisterSearch ToSearch(int size) => new(
        Text,
        District is { } district ? new DistrictId(district) : null,
        Year,
        Read<OrganisationKind>(Kind),
        Read<HonourLevel>(Level),
        Read<GreenUnitState>(State))
    {
        Size = size,
        After = ReadCursor(),
    };

    /// <summary>The text searched for, shortened to what a name can be; null for none.</summary>
    public string? Text => WrittenText.Said(Q) is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestText)] : null;

    /// <summary>The word of a choice in an address.</summary>
    public static string Word(Enum value) => value.ToString().ToLowerInvariant();

    /// <summary>The query part of an address of this search, beginning with a question mark.</summary>
    public string Query(RegisterCursor? after = null)
    {
        var parts = new Dictionary<string, string?>
        {
            ["q"] = Text,
            ["kind"] = Kind,
            ["level"] = Level,
            ["state"] = State,
            ["district"] = District?.ToString(),
            ["year"] = Year?.ToString(CultureInfo.InvariantCulture),
            ["after"] = after is null ? null : WriteCursor(after),
        };
        return QueryHelpers.AddQueryString("", parts.Where(part => !string.IsNullOrEmpty(part.Value)).ToDictionary());
    }

    private static string WriteCursor(RegisterCursor cursor) => $"{cursor.Id.Value:N}{cursor.Name}";

    private RegisterCursor? ReadCursor() =>
        After is { Length: > 32 } after && Guid.TryParseExact(after[..32], "N", out var id) ? new RegisterCursor(after[32..], new GreenUnitId(id)) : null;

    private static T? Read<T>(string? word)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => string.Equals(Word(value), word, StringComparison.OrdinalIgnoreCase)).Select(value => (T?)value).FirstOrDefault();

    private static string? Fault<T>(string filter, string? word)
        where T : struct, Enum => string.IsNullOrEmpty(word) || Read<T>(word) is not null ? null : $"{filter}没有“{word[..Math.Min(word.Length, LongestWord)]}”，可以是 {string.Join("、", Enum.GetValues<T>().Select(value => Word(value)))}。";
}
