using System.Globalization;
using System.Text.Json.Nodes;

namespace GreenFactory.Scoring.Json;

/// <summary>Typed access to the members of documents that this library wrote itself; an absent member has its empty value.</summary>
internal static class JsonObjectExtensions
{
    public static string Text(this JsonObject node, string name) => node[name]?.GetValue<string>() ?? "";

    public static bool Flag(this JsonObject node, string name, bool otherwise) => node[name]?.GetValue<bool>() ?? otherwise;

    public static decimal? OptionalDecimal(this JsonObject node, string name) =>
        node[name] is { } value ? decimal.Parse(value.GetValue<string>(), NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    public static decimal Decimal(this JsonObject node, string name) => node.OptionalDecimal(name) ?? throw new KeyNotFoundException(name);

    public static T Enum<T>(this JsonObject node, string name)
        where T : struct, Enum =>
        System.Enum.Parse<T>(node.Text(name), ignoreCase: true) is var value && System.Enum.IsDefined(value) ? value : throw new FormatException(name);

    public static JsonObject Object(this JsonObject node, string name) => node[name] as JsonObject ?? throw new KeyNotFoundException(name);

    public static IReadOnlyList<T> Each<T>(this JsonObject node, string name, Func<JsonObject, T> read) =>
        [.. (node[name] as JsonArray ?? []).Select(item => read(item as JsonObject ?? throw new KeyNotFoundException(name)))];
}
