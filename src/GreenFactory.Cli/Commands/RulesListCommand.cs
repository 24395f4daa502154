using System.Text.Json.Nodes;
using GreenFactory.Cli.Support;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Cli.Commands;

/// <summary>Lists the rule sets of the folder.</summary>
internal static class RulesListCommand
{
    public static int Run(RuleFolder folder, Arguments arguments, TextWriter output)
    {
        var sets = folder.Files().Select(f => folder.Load(f)).ToList();
        if (arguments.Flag("json"))
        {
            Json.Write(output, Json.Array(sets, s => new JsonObject
            {
                ["id"] = s.Id,
                ["version"] = s.Version,
                ["title"] = s.Title,
                ["kind"] = Word(s.Kind),
                ["provenance"] = Word(s.Provenance),
                ["indicators"] = s.Indicators.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["hash"] = RuleSetWriter.ContentHash(s),
            }));
            return 0;
        }

        foreach (var set in sets)
            output.WriteLine($"{set.Id,-28} {set.Version,-8} {Word(set.Provenance),-12} {set.Title}");
        return 0;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
