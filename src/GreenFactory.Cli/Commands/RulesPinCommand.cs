using System.Text.Json.Nodes;
using GreenFactory.Cli.Support;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Cli.Commands;

/// <summary>
/// Points overlays at the present version and hash of the set they extend, after a person has looked at what changed there.
/// Only the three words of <c>extends</c> change in a file; it is for overlays that are not published yet.
/// </summary>
internal static class RulesPinCommand
{
    public static int Run(RuleFolder folder, Arguments arguments, TextWriter output)
    {
        var files = arguments.Flag("all") ? folder.Files() : [.. arguments.After(2, 1).Select(folder.Find)];
        var pinned = new JsonArray();
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            if (RuleSetOverlayReader.Read(text).Overlay?.Extends is not { Id.Length: > 0, Hash.Length: > 0 } old)
                continue;
            var parent = folder.Load(old.Id);
            var hash = RuleSetWriter.ContentHash(parent);
            if (old.Hash == hash && old.Version == parent.Version)
                continue;
            var start = text.IndexOf("\"extends\"", StringComparison.Ordinal);
            var end = text.IndexOf('}', start);
            var extends = text[start..end].Replace($"\"{old.Version}\"", $"\"{parent.Version}\"", StringComparison.Ordinal).Replace(old.Hash, hash, StringComparison.Ordinal);
            File.WriteAllText(file, text[..start] + extends + text[end..]);
            pinned.Add(new JsonObject { ["file"] = file, ["parent"] = parent.Id, ["version"] = parent.Version, ["hash"] = hash });
        }

        if (arguments.Flag("json"))
            Json.Write(output, pinned);
        else
            output.WriteLine($"{pinned.Count} pinned");
        return 0;
    }
}
