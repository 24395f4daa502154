using GreenFactory.Application.Signing;

namespace GreenFactory.Application.Ports.Signing;

/// <summary>
/// The keys whose signatures are believed. They stand outside the database: in the configuration, or in a file of the data folder.
/// A key is never pinned because the database holds it.
/// </summary>
public interface ITrustedKeys
{
    /// <summary>All pinned keys, of every municipality, those of the past among them.</summary>
    IReadOnlyList<PinnedKey> All { get; }

    /// <summary>Whether the program itself may pin a key that it has just made; false where the operator pins by configuration.</summary>
    bool CanPin { get; }

    /// <summary>Pins a key that this program has just made.</summary>
    void Pin(PinnedKey key);
}
