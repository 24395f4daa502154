using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Reviews;

/// <summary>One value that the district corrected.</summary>
/// <param name="Path">Its place in the facts.</param>
/// <param name="Label">The question.</param>
/// <param name="Declared">As declared.</param>
/// <param name="Corrected">As corrected.</param>
public sealed partial record Correction(string Path, string Label, string Declared, string Corrected)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The stored form of a list.</summary>
    public static string Write(IReadOnlyList<Correction> corrections) => JsonSerializer.Serialize(corrections, Options);

    /// <summary>Reads the stored form.</summary>
    public static IReadOnlyList<Correction> Read(string json) => JsonSerializer.Deserialize<List<Correction>>(json, Options) ?? [];

    /// <summary>The facts with this value in its place; a row that is no longer there leaves them as they are.</summary>
    public Facts ApplyTo(Facts facts)
    {
        if (RowPath().Match(Path) is not { Success: true } row)
        {
            return facts with { Inputs = facts.Inputs.SetItem(Path["inputs.".Length..], Answer.Of(Corrected.Split(','))) };
        }

        var (group, index) = (row.Groups["group"].Value, int.Parse(row.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture));
        return facts.Groups.TryGetValue(group, out var rows) && index < rows.Length
            ? facts with { Groups = facts.Groups.SetItem(group, rows.SetItem(index, rows[index].SetItem(row.Groups["input"].Value, Answer.Of(Corrected)))) }
            : facts;
    }

    [GeneratedRegex(@"\Agroups\.(?<group>[^\[]+)\[(?<index>\d+)\]\.(?<input>.+)\z")]
    private static partial Regex RowPath();
}
