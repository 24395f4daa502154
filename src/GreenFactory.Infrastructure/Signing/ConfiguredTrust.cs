using GreenFactory.Application.Ports.Signing;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using Microsoft.Extensions.Configuration;

namespace GreenFactory.Infrastructure.Signing;

/// <summary>Keys that the operator pinned by <c>Lists:PinnedKeys</c>; nothing else is believed.</summary>
public sealed class ConfiguredTrust(IReadOnlyList<PinnedKey> keys) : ITrustedKeys
{
    /// <inheritdoc/>
    public IReadOnlyList<PinnedKey> All => keys;

    /// <inheritdoc/>
    public bool CanPin => false;

    /// <inheritdoc/>
    public void Pin(PinnedKey key) => throw new InvalidOperationException("Keys are pinned by the configuration here.");

    /// <summary>Reads the setting; null where it names no key.</summary>
    /// <exception cref="InvalidOperationException">An entry is incomplete; the message names it.</exception>
    public static ConfiguredTrust? Read(IConfiguration configuration)
    {
        var entries = configuration.GetSection("Lists:PinnedKeys").GetChildren().ToList();
        return entries.Count == 0 ? null : new ConfiguredTrust([.. entries.Select(Key)]);
    }

    private static PinnedKey Key(IConfigurationSection entry)
    {
        string Needed(string name) => entry[name] is { Length: > 0 } text ? text : throw new InvalidOperationException($"{entry.Path}:{name} is missing.");
        DateTimeOffset Moment(string name) => DateTimeOffset.TryParse(Needed(name), System.Globalization.CultureInfo.InvariantCulture, out var moment)
            ? moment
            : throw new InvalidOperationException($"{entry.Path}:{name} must be a moment such as 2026-07-01T00:00:00+08:00, not '{entry[name]}'.");
        var use = Enum.TryParse<SigningPurpose>(Needed("Use"), ignoreCase: true, out var purpose)
            ? purpose
            : throw new InvalidOperationException($"{entry.Path}:Use must be Lists or EventLog, not '{entry["Use"]}'.");
        var key = new PinnedKey(
            Needed("Municipality"), use, Needed("Algorithm"), Needed("PublicKey"), Moment("From"), entry["Until"] is { Length: > 0 } ? Moment("Until") : null, entry["Name"]);
        if (!Convert.TryFromBase64String(key.PublicKey, new byte[key.PublicKey.Length], out _))
        {
            throw new InvalidOperationException($"{entry.Path}:PublicKey must be base64 of the SubjectPublicKeyInfo.");
        }

        return use is SigningPurpose.EventLog && key.Name is null
            ? throw new InvalidOperationException($"{entry.Path}:Name is missing: the origin of the log.")
            : key;
    }
}
