using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Attempts;

/// <summary>How often something was tried. Shared by all nodes; who tried is kept as a hash only, and forgotten after two days.</summary>
public sealed class AttemptCounter : ITenantOwned
{
    /// <inheritdoc/>
    public required MunicipalityId MunicipalityId { get; init; }

    /// <summary>What is tried.</summary>
    public required AttemptDoor Door { get; init; }

    /// <summary>SHA-256 of whom and from where, as hexadecimal digits.</summary>
    public required string Subject { get; init; }

    /// <summary>Tries in this run, those that succeeded taken away.</summary>
    public int Tries { get; init; }

    /// <summary>A random key of this run of tries; a new one when the count begins anew.</summary>
    public Guid RunId { get; init; }

    /// <summary>The last try, in the machine's time.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>No further try before this, in the machine's time.</summary>
    public DateTimeOffset WaitUntil { get; init; }
}
