using GreenFactory.Cli.Support;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Cli.Commands;

/// <summary>Scores a facts file: the official sheet as text or JSON, refused with file, line and field if the facts are wrong or incomplete.</summary>
internal sealed class ScoreCommand(RuleFolder folder, TimeProvider time)
{
    public int Run(Arguments arguments, TextWriter output, TextWriter error)
    {
        var rules = folder.Compile(arguments.Required("rules"));
        var file = arguments.Required("facts");
        if (!File.Exists(file))
            throw new RefusedException([$"gf: there is no facts file '{file}'"]);
        var reading = FactsJson.Read(File.ReadAllText(file));
        if (reading.Problems.Count > 0)
            throw RuleFolder.Refused(file, reading.Problems);

        var asOf = DayOption.AsOf(arguments, time);
        var sheet = rules.Evaluate(reading.Facts, asOf);
        var refused = sheet.Problems.Where(p => p.Severity == Severity.Error).ToList();
        var missing = rules.Missing(reading.Facts, asOf);
        if (!arguments.Flag("allow-missing"))
            refused.AddRange(missing);
        if (refused.Count > 0)
            throw RuleFolder.Refused(file, refused.Select(p => p with { Line = reading.LineOf(p.Path) }));
        foreach (var warning in sheet.Problems.Concat(missing))
            error.WriteLine($"{file}:{reading.LineOf(warning.Path)}: warning: {warning.Path}: {warning.Message}");

        if (arguments.Option("sheet") is { } sheetFile)
            File.WriteAllText(sheetFile, ScoreSheetJson.Write(sheet));
        var preference = rules.Prefer(reading.Facts, asOf, ConfirmedValues.None);
        if (arguments.Flag("json"))
        {
            var result = SheetOutput.Json(sheet, arguments.Flag("trace"));
            if (preference is not null)
                result["preference"] = PreferenceOutput.Json(preference);
            Json.Write(output, result);
            return 0;
        }

        SheetOutput.Text(sheet, output);
        if (preference is not null)
            PreferenceOutput.Text(preference, output);
        return 0;
    }
}
