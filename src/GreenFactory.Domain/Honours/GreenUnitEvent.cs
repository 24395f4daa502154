using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>What can happen to a green unit.</summary>
public enum GreenUnitEventKind
{
    /// <summary>列入.</summary>
    Admitted,

    /// <summary>更名.</summary>
    Renamed,

    /// <summary>预警.</summary>
    Warned,

    /// <summary>移出.</summary>
    Removed,

    /// <summary>恢复.</summary>
    Restored,
}

/// <summary>One event in the life of a green unit. Public and append-only.</summary>
public sealed class GreenUnitEvent : ITenantOwned
{
    private GreenUnitEvent()
    {
    }

    /// <summary>Key.</summary>
    public GreenUnitEventId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The unit.</summary>
    public GreenUnitId GreenUnitId { get; private set; }

    /// <summary>What happened.</summary>
    public GreenUnitEventKind Kind { get; private set; }

    /// <summary>What happened and on which ground, in Chinese.</summary>
    public string Ground { get; private set; } = "";

    /// <summary>The day, in Beijing time.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>The publication that announced it, or null.</summary>
    public PublicationId? PublicationId { get; private set; }

    /// <summary>Records an event.</summary>
    public static GreenUnitEvent Create(GreenUnitEventId id, GreenUnit unit, GreenUnitEventKind kind, string ground, DateOnly day, PublicationId? publication) =>
        new() { Id = id, MunicipalityId = unit.MunicipalityId, GreenUnitId = unit.Id, Kind = kind, Ground = ground, OccurredOn = day, PublicationId = publication };
}
