namespace GreenFactory.Domain.Shared;

/// <summary>A row that is part of a case and is seen by whoever sees the case, unless its own table says less.</summary>
public interface ICaseOwned : ITenantOwned
{
    /// <summary>The case.</summary>
    DeclarationId DeclarationId { get; }
}
