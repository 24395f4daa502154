using GreenFactory.Application;
using GreenFactory.Cli.Support;

namespace GreenFactory.Cli.Commands;

/// <summary>
/// The commands of <c>gf</c>. Exit codes: 0 done, 1 the input is unreadable, incomplete or does not hold, 2 the command line is wrong, 3 the database could not be read.
/// </summary>
public static class CommandLine
{
    private const string Usage = """
        gf score --rules ID --facts FILE [--as-of DATE] [--json] [--trace] [--sheet FILE] [--allow-missing]
        gf recompute SHEET [--json]
        gf simulate --old ID --new ID --facts (DIR|FILE.jsonl) [--line POINTS | --places N] [--as-of DATE] [--json]
        gf rules list [--json]
        gf rules show ID [--json]
        gf rules check (ID|FILE)... | --all [--json]
        gf rules test ID... | --all [--json]
        gf rules diff OLD NEW [--json]
        gf rules pin FILE... | --all [--json]
        gf rules export ID --xlsx FILE | --json
        gf rules import FILE [--out DIR] [--marked FILE] [--json]
        gf admin create --name NAME --email ADDRESS (--data DIR | --database CONNECTION) [--municipality CODE]
        gf --version
        gf audit verify (--data DIR | --database CONNECTION --trust FILE) [--heads DIR] [--municipality CODE] [--json]

        OLD, NEW and ID are the id of a shipped rule set or the path of a JSON file.
        export writes the document as it is kept, an overlay as an overlay, with its golden cases.
        import reads a workbook or a JSON file and checks it; --out writes ID.json and golden/ID/ below DIR,
        --marked writes the workbook with its problems marked.
        DIR holds one submission per *.json, FILE.jsonl one per line: facts alone, or {"id", "industry", "district", "submittedAt", "asOf", "facts"}.
        audit verify reads the log of events, lists, packs and scores as the owner of the database and holds them against pinned keys
        (--trust, default DIR/trusted-keys.json) and kept heads (--heads, default DIR/checkpoints); exit code 3: the database could not be read.
        admin create makes a person an administrator, as the owner of the database: the first ones of a municipality, or one when no other is left.
        --rules-dir DIR uses another folder of rule sets than the shipped one.
        """;

    /// <summary>Runs one command line and returns its exit code.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, TimeProvider time)
    {
        if (args is ["--version"])
        {
            output.WriteLine(ProductVersion.Text);
            return 0;
        }

        try
        {
            var arguments = Arguments.Parse(args);
            var folder = new RuleFolder(arguments.Option("rules-dir") ?? Path.Combine(AppContext.BaseDirectory, "rules"));
            var command = string.Join(' ', arguments.Words.Take(arguments.Words is ["rules", ..] ? 2 : 1));
            var code = command switch
            {
                "score" => new ScoreCommand(folder, time).Run(arguments, output, error),
                "simulate" => new SimulateCommand(folder, time).Run(arguments, output, error),
                "recompute" => RecomputeCommand.Run(arguments, output, error),
                "rules list" => RulesListCommand.Run(folder, arguments, output),
                "rules show" => RulesShowCommand.Run(folder, arguments, output),
                "rules check" => RulesCheckCommand.Run(folder, arguments, output, error),
                "rules test" => RulesTestCommand.Run(folder, arguments, output, error),
                "rules pin" => RulesPinCommand.Run(folder, arguments, output),
                "rules export" => RulesExportCommand.Run(folder, arguments, output),
                "rules import" => RulesImportCommand.Run(folder, arguments, output, error),
                "rules diff" => RulesDiffCommand.Run(folder, arguments, output),
                _ => throw new UsageException(command.Length == 0 ? "No command given." : $"Unknown command '{command}'."),
            };
            arguments.Finish();
            return code;
        }
        catch (UsageException e)
        {
            return Wrong(e, error);
        }
        catch (RefusedException e)
        {
            return Refused(e, error);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"gf: {e.Message}");
            return 1;
        }
    }

    /// <summary>Runs one command line, also one that reads a database, and returns its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, TimeProvider time)
    {
        if (args is not ["audit" or "admin", ..])
            return Run(args, output, error, time);
        try
        {
            var arguments = Arguments.Parse(args);
            return arguments.Words switch
            {
                ["audit", "verify"] => await AuditVerifyCommand.RunAsync(arguments, output, error),
                ["admin", "create"] => await AdminCreateCommand.RunAsync(arguments, output, error, time),
                _ => throw new UsageException($"Unknown command '{string.Join(' ', arguments.Words)}'."),
            };
        }
        catch (UsageException e)
        {
            return Wrong(e, error);
        }
        catch (RefusedException e)
        {
            return Refused(e, error);
        }
    }

    private static int Wrong(UsageException wrong, TextWriter error)
    {
        error.WriteLine($"gf: {wrong.Message}");
        error.WriteLine(Usage);
        return 2;
    }

    private static int Refused(RefusedException refused, TextWriter error)
    {
        foreach (var line in refused.Lines)
            error.WriteLine(line);
        return 1;
    }
}
