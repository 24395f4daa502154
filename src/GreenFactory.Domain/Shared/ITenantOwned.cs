namespace GreenFactory.Domain.Shared;

/// <summary>A row that belongs to one municipality; no query ever mixes two.</summary>
public interface ITenantOwned
{
    /// <summary>The municipality it belongs to.</summary>
    MunicipalityId MunicipalityId { get; }
}
