using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Organisations;

/// <summary>Where a claim stands.</summary>
public enum ClaimState
{
    /// <summary>Waits for the district.</summary>
    Pending,

    /// <summary>Approved: the person is now the signer of the organisation.</summary>
    Approved,

    /// <summary>Refused with a reason.</summary>
    Refused,
}

/// <summary>A person says: I act for this organisation (认领). Its district decides.</summary>
public sealed class OrganisationClaim : ITenantOwned
{
    private OrganisationClaim()
    {
    }

    /// <summary>Key.</summary>
    public OrganisationClaimId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The person.</summary>
    public UserId UserId { get; private set; }

    /// <summary>The person's name, for the officer who decides.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>The person's telephone number, for the officer who decides.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>The district that decides.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Enterprise or park.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>统一社会信用代码 claimed.</summary>
    public CreditCode CreditCode { get; private set; }

    /// <summary>Name of the organisation as on its licence.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>Address of the site.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public ClaimState State { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? RefusalReason { get; private set; }

    /// <summary>The organisation, once approved.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    /// <summary>Makes a claim.</summary>
    public static OrganisationClaim Create(
        OrganisationClaimId id,
        MunicipalityId municipality,
        UserId user,
        string personName,
        string phone,
        DistrictId district,
        OrganisationKind kind,
        CreditCode creditCode,
        string organisationName,
        string address,
        DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = municipality,
            UserId = user,
            PersonName = personName.Trim(),
            Phone = phone.Trim(),
            DistrictId = district,
            Kind = kind,
            CreditCode = creditCode,
            OrganisationName = ComparableText.Visible(organisationName),
            Address = address.Trim(),
            CreatedAt = now,
        };

    /// <summary>The district agrees.</summary>
    public Result Approve(OrganisationId organisation, UserId decidedBy, DateTimeOffset now)
    {
        if (Check(decidedBy) is { } error)
        {
            return error;
        }

        State = ClaimState.Approved;
        OrganisationId = organisation;
        DecidedAt = now;
        return Result.Success;
    }

    /// <summary>The district refuses, with a reason the person can act on.</summary>
    public Result Refuse(string reason, UserId decidedBy, DateTimeOffset now)
    {
        if (Check(decidedBy) is { } error)
        {
            return error;
        }

        State = ClaimState.Refused;
        RefusalReason = reason.Trim();
        DecidedAt = now;
        return Result.Success;
    }

    private Error? Check(UserId decidedBy)
    {
        if (State is not ClaimState.Pending)
        {
            return new Error("claim.already_decided", "该认领申请已经处理，请刷新页面查看结果。");
        }

        return decidedBy == UserId ? new Error("claim.four_eyes", "不能审批自己提出的认领申请，请由其他人员办理。") : null;
    }
}
