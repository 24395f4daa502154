using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>Which officer of the district works on a case (经办人). It says who is at it, not who may: every officer of the district may.</summary>
public sealed class CaseAllocation : ICaseOwned
{
    private CaseAllocation()
    {
    }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The officer; null after the case was laid back among those nobody works on.</summary>
    public UserId? OwnerId { get; private set; }

    /// <summary>The officer's name; empty without one.</summary>
    public string OwnerName { get; private set; } = "";

    /// <summary>Who allocated it last.</summary>
    public UserId AllocatedBy { get; private set; }

    /// <summary>The name of that person.</summary>
    public string AllocatedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset AllocatedAt { get; private set; }

    /// <summary>The first allocation of a case.</summary>
    public static CaseAllocation Of(Declaration declaration) => new() { DeclarationId = declaration.Id, MunicipalityId = declaration.MunicipalityId };

    /// <summary>Gives the case to an officer, or back to nobody.</summary>
    public void Give(UserId? owner, string ownerName, UserId by, string byName, DateTimeOffset now) =>
        (OwnerId, OwnerName, AllocatedBy, AllocatedByName, AllocatedAt) = (owner, ownerName, by, byName, now);
}
