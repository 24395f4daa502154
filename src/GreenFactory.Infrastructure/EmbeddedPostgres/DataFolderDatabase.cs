namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>Finds the database that a running portal holds in a data folder.</summary>
public static class DataFolderDatabase
{
    /// <summary>How the owner reaches it while the portal runs; null when the folder holds no database.</summary>
    /// <exception cref="EmbeddedPostgresException">The folder's settings are damaged or belong to another user.</exception>
    public static string? OwnerConnectionString(string dataFolder) =>
        ClusterSettings.Load(dataFolder) is { } settings
            ? settings.ConnectionString(new EmbeddedPostgresOptions { DataFolder = dataFolder }.Database, RoleScripts.Owner, settings.OwnerPassword)
            : null;
}
