namespace GreenFactory.Cli.Support;

/// <summary>The command line itself is wrong.</summary>
public sealed class UsageException(string message) : Exception(message);

/// <summary>The input was read and refused; each line names file, line and field.</summary>
public sealed class RefusedException(IReadOnlyList<string> lines) : Exception(string.Join("\n", lines))
{
    /// <summary>What to print on stderr.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}

/// <summary>Words, <c>--name value</c> options and <c>--flag</c>s of one command line.</summary>
internal sealed class Arguments
{
    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal) { "json", "trace", "all", "allow-missing" };
    private static readonly HashSet<string> Options = new(StringComparer.Ordinal) { "rules", "facts", "as-of", "sheet", "rules-dir", "xlsx", "out", "marked", "old", "new", "line", "places", "database", "data", "trust", "heads", "municipality", "name", "email" };

    private readonly List<string> _words = [];
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Words => _words;

    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var result = new Arguments();
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                result._words.Add(args[i]);
                continue;
            }

            var name = args[i][2..];
            if (Flags.Contains(name))
                result._options[name] = "true";
            else if (!Options.Contains(name))
                throw new UsageException($"Unknown option '--{name}'.");
            else if (i + 1 < args.Count)
                result._options[name] = args[++i];
            else
                throw new UsageException($"Option '--{name}' needs a value.");
        }

        return result;
    }

    public bool Flag(string name) => Option(name) is not null;

    public string? Option(string name)
    {
        _used.Add(name);
        return _options.GetValueOrDefault(name);
    }

    public string Required(string name) => Option(name) ?? throw new UsageException($"Option '--{name}' is missing.");

    /// <summary>The words after the command's own <paramref name="own"/> words.</summary>
    public IReadOnlyList<string> After(int own, int atLeast)
    {
        var rest = _words.Skip(own).ToList();
        return rest.Count >= atLeast ? rest : throw new UsageException("An argument is missing.");
    }

    /// <summary>Refuses options that the command did not look at.</summary>
    public void Finish()
    {
        if (_options.Keys.FirstOrDefault(o => !_used.Contains(o)) is { } unused)
            throw new UsageException($"Option '--{unused}' does not belong to this command.");
    }
}
