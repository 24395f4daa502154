using System.Text.Json.Nodes;

namespace GreenFactory.Scoring.Json;

/// <summary>Builds JSON objects that leave out whatever is empty, so that a document has one form only.</summary>
internal static class JsonBuild
{
    public static JsonObject Object(params (string Name, JsonNode? Value)[] members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (!IsEmpty(value))
                result[name] = value;
        }

        return result;
    }

    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);

    public static JsonArray Texts(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode?)item)]);

    /// <summary>A number as a string in its one written form, or nothing.</summary>
    public static JsonNode? Number(decimal? value) => value is { } number ? DecimalText.Write(number) : null;

    /// <summary>true, or nothing.</summary>
    public static JsonNode? When(bool flag) => flag ? true : null;

    /// <summary>false, or nothing.</summary>
    public static JsonNode? Unless(bool flag) => flag ? null : false;

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonValue text when text.TryGetValue<string>(out var content) => content.Length == 0,
        _ => false,
    };
}
