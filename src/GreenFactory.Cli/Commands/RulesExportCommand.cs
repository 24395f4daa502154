using System.Text.Json.Nodes;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Cli.Support;
using GreenFactory.Infrastructure.Spreadsheets;

namespace GreenFactory.Cli.Commands;

/// <summary>Writes one rule set as it is kept, with its golden cases, as a workbook or as JSON.</summary>
internal static class RulesExportCommand
{
    public static int Run(RuleFolder folder, Arguments arguments, TextWriter output)
    {
        var file = folder.Find(arguments.After(2, 1)[0]);
        var (workbook, json) = (arguments.Option("xlsx"), arguments.Flag("json"));
        if (workbook is null != json)
            throw new UsageException("Say either --xlsx FILE or --json.");
        var set = folder.Load(file);
        var document = File.ReadAllText(file);
        var cases = folder.GoldenFiles(set.Id).Select(File.ReadAllText).ToList();
        if (workbook is null)
        {
            Json.Write(output, new JsonObject
            {
                ["document"] = JsonNode.Parse(document),
                ["goldenCases"] = Json.Array(cases, text => JsonNode.Parse(text)),
            });
            return 0;
        }

        var written = ExportRuleSetHandler.Write(document, GoldenCaseFile.Write(cases), new SpreadsheetWriter());
        if (!written.Succeeded)
            throw new RefusedException([.. written.Errors.Select(error => $"{file}:1: $: {error.Message}")]);
        File.WriteAllBytes(workbook, written.Value);
        output.WriteLine($"{set.Id} {set.Version}: {cases.Count} golden cases, {workbook}");
        return 0;
    }
}
