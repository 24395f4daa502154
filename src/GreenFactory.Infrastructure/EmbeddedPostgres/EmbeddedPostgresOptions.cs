namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>How to start the PostgreSQL server that this program runs for itself.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder that holds the cluster, its port and its passwords; created when absent.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The address this program serves, named in the refusal another start on the same folder gets.</summary>
    public string? Address { get; init; }

    /// <summary>The name of the database to create.</summary>
    public string Database { get; init; } = "greenfactory";

    /// <summary>False gives up safety against a power cut for speed: for tests only.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Libraries the server loads as it starts, such as <c>pg_stat_statements</c>; none in production.</summary>
    public IReadOnlyList<string> Preloaded { get; init; } = [];

    /// <summary>A folder below which to look for <c>node_modules</c>, and in its parents; the program's own folder when null.</summary>
    public string? SearchFrom { get; init; }

    /// <summary>Receives what an operator should know, in English, one sentence at a time.</summary>
    public Action<string> Report { get; init; } = _ => { };
}
