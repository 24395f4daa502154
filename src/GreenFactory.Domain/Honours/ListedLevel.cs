using System.Globalization;
using System.Text.Json.Nodes;

namespace GreenFactory.Domain.Honours;

/// <summary>
/// A product of a listed unit, the levels of its standard as they were corrected for it, and what came of them. What the unit itself uses is not part of it:
/// that is the unit's own.
/// </summary>
/// <param name="Indicator">Name of the indicator.</param>
/// <param name="Product">The product, as the table of levels names it.</param>
/// <param name="Unit">Unit of the levels.</param>
/// <param name="Leading">引领值 in <see cref="Unit"/>; none where the standard has none.</param>
/// <param name="Baseline">基准值; none where the standard has none.</param>
/// <param name="Limit">限定值; none where the standard has none.</param>
/// <param name="Correction">How the standard's correction made them, a Chinese sentence; empty where nothing is corrected.</param>
/// <param name="Notes">What a reader must know about them, Chinese sentences; empty for nothing.</param>
/// <param name="Points">Points that the product would earn alone, of <see cref="Full"/>, unrounded to twelve decimals.</param>
/// <param name="Full">Weight of the indicator in points.</param>
/// <param name="Preference">Whether the product is preferred (优先推荐条件), by the name of the state; empty where the rules ask nothing of it.</param>
/// <param name="Reason">Why, a Chinese sentence part; empty with no preference.</param>
public sealed record ListedLevel(
    string Indicator, string Product, string Unit, decimal? Leading, decimal? Baseline, decimal? Limit, string Correction, string Notes, decimal Points, decimal Full, string Preference, string Reason)
{
    private const string Written = "0.############";

    /// <summary>The product as JSON, every number as text; what there is not is not written.</summary>
    public JsonObject Json()
    {
        var json = new JsonObject
        {
            ["indicator"] = Indicator,
            ["product"] = Product,
            ["unit"] = Unit,
            ["points"] = Text(Points),
            ["full"] = Text(Full),
        };
        foreach (var (name, level) in new[] { ("leading", Leading), ("baseline", Baseline), ("limit", Limit) })
        {
            if (level is { } number)
            {
                json[name] = Text(number);
            }
        }

        foreach (var (name, text) in new[] { ("correction", Correction), ("notes", Notes), ("preference", Preference), ("reason", Reason) })
        {
            if (text.Length > 0)
            {
                json[name] = text;
            }
        }

        return json;
    }

    /// <summary>Reads a product of a signed row; null when a field is missing or is no such thing.</summary>
    public static ListedLevel? Read(JsonNode? node)
    {
        if (node is not JsonObject json)
        {
            return null;
        }

        string? Said(string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        decimal? Number(string name) => decimal.TryParse(Said(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
        return Said("indicator") is { } indicator && Said("product") is { } product && Said("unit") is { } unit && Number("points") is { } points && Number("full") is { } full
            ? new ListedLevel(
                indicator, product, unit, Number("leading"), Number("baseline"), Number("limit"), Said("correction") ?? "", Said("notes") ?? "", points, full, Said("preference") ?? "", Said("reason") ?? "")
            : null;
    }

    private static string Text(decimal number) => number.ToString(Written, CultureInfo.InvariantCulture);
}
