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
    private const int ShortestOverride = 5;
    private const int LongestOverride = 300;

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

    /// <summary>Which check the code fails, in Chinese; null when it holds.</summary>
    public string? CodeFault { get; private set; }

    /// <summary>Site or group (厂区、组团) claimed; empty for the organisation as a whole.</summary>
    public string Site { get; private set; } = "";

    /// <summary>Name of the organisation as on its licence, with the site.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>Address of the site.</summary>
    public string Address { get; private set; } = "";

    /// <summary>File name of the licence.</summary>
    public string LicenceName { get; private set; } = "";

    /// <summary>Media type of the licence.</summary>
    public string LicenceMediaType { get; private set; } = "";

    /// <summary>SHA-256 of the licence: its address in the file store.</summary>
    public string LicenceHash { get; private set; } = "";

    /// <summary>File name of the proof of renaming; null for none.</summary>
    public string? ProofName { get; private set; }

    /// <summary>Media type of the proof of renaming.</summary>
    public string? ProofMediaType { get; private set; }

    /// <summary>SHA-256 of the proof of renaming.</summary>
    public string? ProofHash { get; private set; }

    /// <summary>Where it stands.</summary>
    public ClaimState State { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who decided it; null before.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>What the officer found with the licence in hand although the code fails its check; null where nothing was overridden.</summary>
    public string? OverrideReason { get; private set; }

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
        ClaimedUnit unit,
        ClaimPaper licence,
        ClaimPaper? proof,
        DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = municipality,
            UserId = user,
            PersonName = ComparableText.Visible(personName),
            Phone = ComparableText.Visible(phone),
            DistrictId = unit.District,
            Kind = unit.Kind,
            CreditCode = unit.Code.Code,
            CodeFault = unit.Code.Fault?.Message,
            Site = unit.Site,
            OrganisationName = ComparableText.Visible(Organisation.NameOf(unit.Name, unit.Site)),
            Address = ComparableText.Visible(unit.Address),
            LicenceName = licence.Name,
            LicenceMediaType = licence.MediaType,
            LicenceHash = licence.Hash,
            ProofName = proof?.Name,
            ProofMediaType = proof?.MediaType,
            ProofHash = proof?.Hash,
            CreatedAt = now,
        };

    /// <summary>The district agrees; a code that fails its check only with the licence in hand, and with what was found.</summary>
    public Result Approve(OrganisationId organisation, string? overrideReason, UserId decidedBy, string decidedByName, DateTimeOffset now)
    {
        if (Check(decidedBy) is { } error)
        {
            return error;
        }

        if (CodeFault is not null && !WrittenText.IsBetween(overrideReason, ShortestOverride, LongestOverride))
        {
            return new Error(
                "claim.code_fault",
                $"代码没有通过校验。请核对执照原件，勾选“已核对执照原件”并写明核对情况（{ShortestOverride} 至 {LongestOverride} 字）；代码确有错误的，请退回申请。",
                "Override");
        }

        State = ClaimState.Approved;
        OrganisationId = organisation;
        OverrideReason = CodeFault is null ? null : WrittenText.Said(overrideReason);
        DecidedByName = decidedByName;
        DecidedAt = now;
        return Result.Success;
    }

    /// <summary>The district refuses, with a reason the person can act on.</summary>
    public Result Refuse(string reason, UserId decidedBy, string decidedByName, DateTimeOffset now)
    {
        if (Check(decidedBy) is { } error)
        {
            return error;
        }

        State = ClaimState.Refused;
        RefusalReason = WrittenText.Said(reason);
        DecidedByName = decidedByName;
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
