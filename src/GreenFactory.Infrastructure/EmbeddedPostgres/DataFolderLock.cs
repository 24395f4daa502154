namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>
/// Keeps a data folder to one running program. The operating system drops the lock when the program ends in whatever way, so nothing
/// stale can be left behind.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _held;
    private readonly string _addressFile;

    private DataFolderLock(FileStream held, string addressFile)
    {
        _held = held;
        _addressFile = addressFile;
    }

    /// <summary>Takes the folder, or refuses with the address of the program that has it.</summary>
    /// <exception cref="EmbeddedPostgresException">Another program runs on the folder, or the folder cannot be written.</exception>
    public static DataFolderLock Take(string dataFolder, string? address)
    {
        var addressFile = Path.Combine(dataFolder, "running");
        try
        {
            var held = new FileStream(Path.Combine(dataFolder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(addressFile, address ?? $"process {Environment.ProcessId}");
            return new DataFolderLock(held, addressFile);
        }
        catch (UnauthorizedAccessException foreign)
        {
            throw new EmbeddedPostgresException($"{dataFolder} cannot be written by this user. Use another data folder.", foreign);
        }
        catch (IOException taken)
        {
            var by = File.Exists(addressFile) ? File.ReadAllText(addressFile) : "an address not known yet";
            throw new EmbeddedPostgresException($"{dataFolder} is in use: already running at {by}. Stop that one first, or use another data folder.", taken);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        File.Delete(_addressFile);
        _held.Dispose();
    }
}
