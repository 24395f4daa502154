namespace GreenFactory.Application.Access;

/// <summary>Holds the scope of the present request or background job. Until one is set, no row is visible.</summary>
public sealed class CurrentAccess
{
    private AccessScope? scope;

    /// <summary>Raised after what the database is told of the scope changed: what was read so far was read as somebody else.</summary>
    public event Action? Changed;

    /// <summary>The scope. Throws when none is set: a programming error.</summary>
    public AccessScope Scope => scope ?? throw new InvalidOperationException("No access scope is set for this unit of work.");

    /// <summary>Whether a scope is set.</summary>
    public bool IsSet => scope is not null;

    /// <summary>Whether connections are opened over the role of background work.</summary>
    public bool OverSystemRole { get; private set; }

    /// <summary>The one account that is open at the account desk, where somebody signs in or answers a letter; null elsewhere.</summary>
    public Guid? OpenedAccount { get; private set; }

    /// <summary>Sets the scope from here on; connections opened later carry it, and no account is open.</summary>
    public void Use(AccessScope next)
    {
        var same = OpenedAccount is null && OverSystemRole == next.OverSystemRole && scope is { } last
            && (last.Municipality, last.Desk, last.User, last.SessionKey) == (next.Municipality, next.Desk, next.User, next.SessionKey);
        scope = next;
        OverSystemRole = next.OverSystemRole;
        OpenedAccount = null;
        if (!same)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Works for the platform, before a municipality is known: its municipalities and its clock, and no other row.</summary>
    public void UsePlatform()
    {
        scope = null;
        OverSystemRole = true;
        OpenedAccount = null;
        Changed?.Invoke();
    }

    /// <summary>Connections opened later read this account, and none that was open before.</summary>
    internal void OpenAccount(Guid? account)
    {
        OpenedAccount = account;
        Changed?.Invoke();
    }
}
