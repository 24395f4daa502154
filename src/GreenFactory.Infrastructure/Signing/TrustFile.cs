using System.Text.Json;
using System.Text.Json.Serialization;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Signing;
using GreenFactory.Application.Signing;

namespace GreenFactory.Infrastructure.Signing;

/// <summary>
/// Pinned keys in <c>trusted-keys.json</c> of the data folder. The program writes a key into it only in the moment in which it makes it.
/// Read again when the file changes, so that an operator can end a key's time while the portal runs.
/// </summary>
public sealed class TrustFile(string path) : ITrustedKeys
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "trusted-keys.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Lock gate = new();
    private (DateTime Written, IReadOnlyList<PinnedKey> Keys) last;

    /// <inheritdoc/>
    public bool CanPin => true;

    /// <inheritdoc/>
    public IReadOnlyList<PinnedKey> All
    {
        get
        {
            lock (gate)
            {
                var written = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : default;
                if (last.Keys is null || written != last.Written)
                {
                    last = (written, Read(path));
                }

                return last.Keys;
            }
        }
    }

    /// <inheritdoc/>
    public void Pin(PinnedKey key)
    {
        lock (gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // The folder may be shared by several nodes: read again before the whole file is replaced.
            using var turn = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            PinnedKey[] keys = [.. Read(path), key];
            File.WriteAllText(path + ".new", JsonSerializer.Serialize(new Pins(keys), Format));
            File.Move(path + ".new", path, overwrite: true);
            last = default;
        }
    }

    /// <summary>Reads pins from a file; a file that does not exist pins nothing.</summary>
    /// <exception cref="InvalidOperationException">The file is damaged.</exception>
    public static IReadOnlyList<PinnedKey> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<Pins>(File.ReadAllText(path), Format)?.Keys ?? [];
        }
        catch (JsonException damaged)
        {
            throw new InvalidOperationException($"{path} is damaged: {damaged.Message} Restore it from a backup: without it no list verifies.", damaged);
        }
    }

    private sealed record Pins(IReadOnlyList<PinnedKey> Keys);
}
