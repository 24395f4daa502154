using System.Text.Json.Nodes;
using GreenFactory.Cli.Support;

namespace GreenFactory.Cli.Commands;

/// <summary>Runs the golden cases of rule sets.</summary>
internal static class RulesTestCommand
{
    public static int Run(RuleFolder folder, Arguments arguments, TextWriter output, TextWriter error)
    {
        var names = arguments.Flag("all") ? folder.Files() : arguments.After(2, 1);
        var results = new JsonArray();
        var (passed, failed) = (0, 0);
        foreach (var name in names)
        {
            var rules = folder.Compile(name);
            var files = folder.GoldenFiles(rules.RuleSet.Id);
            if (files.Count == 0)
            {
                failed++;
                error.WriteLine($"{rules.RuleSet.Id}: no golden case");
            }

            foreach (var file in files)
            {
                var golden = RuleFolder.LoadGolden(file);
                var differences = golden.Differences(rules.Evaluate(golden.Facts, golden.AsOf));
                foreach (var difference in differences)
                    error.WriteLine($"{file}:1: {difference}");
                (passed, failed) = differences.Count == 0 ? (passed + 1, failed) : (passed, failed + 1);
                results.Add(new JsonObject
                {
                    ["ruleSet"] = rules.RuleSet.Id,
                    ["case"] = Path.GetFileNameWithoutExtension(file),
                    ["title"] = golden.Title,
                    ["passed"] = differences.Count == 0,
                    ["differences"] = Json.Array(differences, d => d),
                });
            }
        }

        if (arguments.Flag("json"))
            Json.Write(output, results);
        else
            output.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }
}
