using System.Globalization;
using GreenFactory.Application.Ports.Signing;

namespace GreenFactory.Infrastructure.Signing;

/// <summary>Keeps heads as files <c>checkpoints/CODE/2026-07-06.checkpoint</c> below the data folder, for a second department to fetch.</summary>
public sealed class CheckpointFolder(string root) : ICheckpointStore
{
    /// <summary>Ending of the files.</summary>
    public const string Ending = ".checkpoint";

    /// <inheritdoc/>
    public void Keep(string municipality, DateOnly day, string note)
    {
        var path = PathOf(municipality, day);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}.new";
        File.WriteAllText(unfinished, note);
        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished);
        }
    }

    /// <inheritdoc/>
    public bool Has(string municipality, DateOnly day) => File.Exists(PathOf(municipality, day));

    /// <inheritdoc/>
    public IReadOnlyList<KeptCheckpoint> All(string municipality) => Read(Path.Combine(root, municipality));

    /// <summary>All heads in a folder and the folders below it, by name.</summary>
    public static IReadOnlyList<KeptCheckpoint> Read(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*" + Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new KeptCheckpoint(path, File.ReadAllText(path)))];

    private string PathOf(string municipality, DateOnly day) => Path.Combine(root, municipality, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Ending);
}
