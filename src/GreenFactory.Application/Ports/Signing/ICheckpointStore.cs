namespace GreenFactory.Application.Ports.Signing;

/// <summary>A kept head of a log.</summary>
/// <param name="Where">Where it lies, for people.</param>
/// <param name="Note">The signed note.</param>
public sealed record KeptCheckpoint(string Where, string Note);

/// <summary>Keeps the signed heads of the logs of events, outside the database.</summary>
public interface ICheckpointStore
{
    /// <summary>Keeps the head of a day. A head that is kept already stays as it is.</summary>
    /// <param name="municipality">Code of the municipality.</param>
    /// <param name="day">The day in Beijing.</param>
    /// <param name="note">The signed note.</param>
    void Keep(string municipality, DateOnly day, string note);

    /// <summary>Whether the head of a day is kept.</summary>
    bool Has(string municipality, DateOnly day);

    /// <summary>All kept heads of a municipality, the oldest first.</summary>
    IReadOnlyList<KeptCheckpoint> All(string municipality);
}
