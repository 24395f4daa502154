using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Cli.Support;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Cli.Commands;

/// <summary>Computes a frozen sheet again from its own traces, without rule set or database.</summary>
internal static class RecomputeCommand
{
    public static int Run(Arguments arguments, TextWriter output, TextWriter error)
    {
        var file = arguments.After(1, 1)[0];
        if (!File.Exists(file))
            throw new RefusedException([$"gf: there is no file '{file}'"]);
        ScoreSheet sheet;
        try
        {
            sheet = ScoreSheetReader.Read(File.ReadAllText(file));
        }
        catch (JsonException e)
        {
            throw new RefusedException([$"{file}:{(e.LineNumber ?? 0) + 1}: {e.Message}"]);
        }

        var mismatches = Recomputation.Check(sheet);
        foreach (var mismatch in mismatches)
            error.WriteLine($"{file}: {mismatch.Where}: recorded {mismatch.Recorded}, recomputed {mismatch.Recomputed}");
        if (arguments.Flag("json"))
        {
            Json.Write(output, new JsonObject
            {
                ["sound"] = mismatches.Count == 0,
                ["total"] = sheet.Total.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["mismatches"] = Json.Array(mismatches, m => new JsonObject { ["where"] = m.Where, ["recorded"] = m.Recorded, ["recomputed"] = m.Recomputed }),
            });
        }
        else if (mismatches.Count == 0)
        {
            output.WriteLine($"总分 {sheet.Total}：{sheet.Indicators.Count} 项全部复算一致。");
        }

        return mismatches.Count == 0 ? 0 : 1;
    }
}
