using System.Text.Json.Nodes;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Cli.Commands;

/// <summary>The preference (优先推荐条件), which stands beside the score sheet, for people and for programs.</summary>
internal static class PreferenceOutput
{
    public static JsonObject Json(PreferenceReading reading) => new()
    {
        ["state"] = SheetOutput.Word(reading.State),
        ["reason"] = reading.Reason,
        ["rows"] = Support.Json.Array(reading.Rows, row => new JsonObject
        {
            ["product"] = row.Product,
            ["level"] = row.Level,
            ["value"] = SheetOutput.Number(row.Value),
            ["limit"] = SheetOutput.Number(row.Limit),
            ["unit"] = row.Unit,
            ["state"] = SheetOutput.Word(row.State),
            ["reason"] = row.Reason,
            ["source"] = row.Source is { } source ? $"{source.Source} {source.Clause}".Trim() : null,
        }),
    };

    public static void Text(PreferenceReading reading, TextWriter output)
    {
        output.WriteLine($"优先推荐条件  {Word(reading.State)}（{reading.Reason}；不影响得分）");
        foreach (var row in reading.Rows)
        {
            var numbers = row.Value is null || row.Limit is null ? "" : $"  {SheetOutput.Number(row.Value)} {row.Unit}（{row.Level} {SheetOutput.Number(row.Limit)}）";
            output.WriteLine($"  {(row.Product.Length > 0 ? row.Product : "—")}{numbers}  {Word(row.State)}");
        }
    }

    private static string Word(PreferenceState state) => state switch
    {
        PreferenceState.Met => "达到",
        PreferenceState.NotMet => "未达到",
        PreferenceState.NotApplicable => "不适用",
        _ => "无法判定",
    };
}
