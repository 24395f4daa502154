using System.Text.Json.Nodes;
using GreenFactory.Cli.Support;
using GreenFactory.Scoring.Checking;

namespace GreenFactory.Cli.Commands;

/// <summary>What changed between two rule sets, in words.</summary>
internal static class RulesDiffCommand
{
    public static int Run(RuleFolder folder, Arguments arguments, TextWriter output)
    {
        var names = arguments.After(2, 2);
        var changes = RuleSetDiff.Compare(folder.Load(names[0]), folder.Load(names[1]));
        if (arguments.Flag("json"))
        {
            Json.Write(output, Json.Array(changes, c => new JsonObject
            {
                ["kind"] = c.Kind.ToString().ToLowerInvariant(),
                ["area"] = c.Area,
                ["code"] = c.Code,
                ["label"] = c.Label,
                ["field"] = c.Field,
                ["before"] = c.Before,
                ["after"] = c.After,
            }));
        }
        else
        {
            foreach (var change in changes)
                output.WriteLine(change.Sentence);
        }

        return 0;
    }
}
