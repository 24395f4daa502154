using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Application.Accounts;

/// <summary>A person's account in one municipality. The user name is the e-mail address.</summary>
public sealed class PortalUser : IdentityUser<Guid>, ITenantOwned
{
    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; init; }

    /// <summary>The person's name.</summary>
    public string PersonName { get; set; } = "";

    /// <summary>Whether a lost second factor was taken away and the person must set up a new one before working on.</summary>
    public bool MustSetUpSecondFactor { get; set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
