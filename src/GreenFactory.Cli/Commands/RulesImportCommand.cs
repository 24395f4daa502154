using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.RuleLibrary.Workbook;
using GreenFactory.Cli.Support;
using GreenFactory.Infrastructure.Spreadsheets;
using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Cli.Commands;

/// <summary>Reads one rule set from a workbook or a JSON file and checks it, with file and cell or line of every finding on stderr.</summary>
internal static class RulesImportCommand
{
    public static int Run(RuleFolder folder, Arguments arguments, TextWriter output, TextWriter error)
    {
        var file = arguments.After(2, 1)[0];
        var (target, marked, json) = (arguments.Option("out"), arguments.Option("marked"), arguments.Flag("json"));
        var isWorkbook = !Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase);
        if (marked is not null && !isWorkbook)
            throw new UsageException("Option '--marked' is for workbooks.");
        var content = File.ReadAllBytes(file);
        var workbooks = new RuleSetWorkbookReader(new SpreadsheetReader(), new WorkbookMarker());
        var source = isWorkbook ? workbooks.Read(content, file) : null;
        var document = isWorkbook ? source!.Document : File.ReadAllText(file);
        var (set, cases, found) = Check(folder, document, source);
        List<ImportFinding> findings =
        [
            .. found.Select(problem => ImportFinding.Of(file, problem, source)),
            .. source?.Problems.Select(problem => ImportFinding.Of(file, problem)) ?? [],
        ];
        foreach (var finding in findings)
            error.WriteLine(finding.Line);
        if (marked is not null && source!.IsWorkbook)
            File.WriteAllBytes(marked, workbooks.Mark(content, [.. findings.Select(finding => finding.Cell)]));
        var green = set is not null && findings.All(finding => finding.IsNotice);
        var written = green && target is not null ? Write(target, set!, document!, source is null ? null : cases) : [];
        Report(output, json, file, green ? set : null, cases, findings, written);
        return green ? 0 : 1;
    }

    private static (RuleSet? Set, string Cases, IReadOnlyList<Problem> Problems) Check(RuleFolder folder, string? document, WorkbookReading? source)
    {
        if (document is null)
            return (null, "[]", []);
        var reading = folder.ReadText(document);
        if (reading.RuleSet is not { } set || !reading.IsValid)
            return (null, "[]", reading.Problems);
        var cases = source?.GoldenCases ?? GoldenCaseFile.Write(folder.GoldenFiles(set.Id).Select(File.ReadAllText));
        return (set, cases, [.. RuleSetDocuments.Check(set, cases).Problems.Select(reading.Locate)]);
    }

    private static List<string> Write(string target, RuleSet set, string document, string? cases)
    {
        Directory.CreateDirectory(target);
        var written = new List<string> { Path.Combine(target, $"{set.Id}.json") };
        File.WriteAllText(written[0], Readable(JsonNode.Parse(document)!));
        var golden = cases is null ? [] : JsonNode.Parse(cases)!.AsArray();
        if (golden.Count > 0)
            Directory.CreateDirectory(Path.Combine(target, "golden", set.Id));
        foreach (var (index, example) in golden.Index())
        {
            written.Add(Path.Combine(target, "golden", set.Id, string.Create(CultureInfo.InvariantCulture, $"{index + 1:00}.json")));
            File.WriteAllText(written[^1], Readable(example!));
        }

        return written;
    }

    private static string Readable(JsonNode node)
    {
        using var writer = new StringWriter();
        Json.Write(writer, node);
        return writer.ToString();
    }

    private static void Report(TextWriter output, bool json, string file, RuleSet? set, string cases, List<ImportFinding> findings, List<string> written)
    {
        var count = JsonNode.Parse(cases)!.AsArray().Count;
        if (!json)
        {
            output.WriteLine(set is null
                ? $"{file}: refused, {findings.Count(finding => !finding.IsNotice)} to correct"
                : $"{set.Id} {set.Version}: {count} golden cases, sha256 {RuleSetWriter.ContentHash(set)}");
            foreach (var path in written)
                output.WriteLine(path);
            return;
        }

        Json.Write(output, new JsonObject
        {
            ["file"] = file,
            ["green"] = set is not null,
            ["id"] = set?.Id,
            ["version"] = set?.Version,
            ["hash"] = set is null ? null : RuleSetWriter.ContentHash(set),
            ["goldenCases"] = count,
            ["written"] = Json.Array(written, path => path),
            ["problems"] = Json.Array(findings, finding => finding.ToJson()),
        });
    }
}
