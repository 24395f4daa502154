namespace GreenFactory.Application.Ports.Files;

/// <summary>What became of a file handed to the store: <see cref="Stored"/> or <see cref="Refused"/>.</summary>
public abstract record StoreResult
{
    private StoreResult()
    {
    }

    /// <summary>The file is on disk and survives a power cut.</summary>
    /// <param name="Hash">Its address.</param>
    /// <param name="Bytes">Its length in bytes.</param>
    /// <param name="AlreadyThere">The municipality already had the same bytes; they are kept once.</param>
    public sealed record Stored(FileHash Hash, long Bytes, bool AlreadyThere) : StoreResult;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(FileRefusal Refusal) : StoreResult;
}
