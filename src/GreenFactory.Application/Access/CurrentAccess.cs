namespace GreenFactory.Application.Access;

/// <summary>Holds the scope of the present request or background job. Until one is set, no row is visible.</summary>
public sealed class CurrentAccess
{
    private AccessScope? scope;

    /// <summary>The scope. Throws when none is set: a programming error.</summary>
    public AccessScope Scope => scope ?? throw new InvalidOperationException("No access scope is set for this unit of work.");

    /// <summary>Whether a scope is set.</summary>
    public bool IsSet => scope is not null;

    /// <summary>Sets the scope from here on; connections opened later carry it.</summary>
    public void Use(AccessScope next) => scope = next;
}
