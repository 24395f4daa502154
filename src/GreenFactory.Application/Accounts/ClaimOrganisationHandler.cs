using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>A person says for which organisation they act (认领).</summary>
/// <param name="CreditCode">统一社会信用代码 as typed.</param>
/// <param name="Name">Name on the licence.</param>
/// <param name="Kind">Enterprise or park.</param>
/// <param name="DistrictId">The district that reviews it.</param>
/// <param name="Address">Address of the site.</param>
/// <param name="Phone">Telephone number of the person.</param>
/// <param name="Licence">The licence; required.</param>
public sealed record ClaimOrganisation(string CreditCode, string Name, OrganisationKind? Kind, Guid? DistrictId, string Address, string Phone, ClaimPaper? Licence)
{
    /// <summary>The proof of renaming, where the name differs from the registered one.</summary>
    public ClaimPaper? Proof { get; init; }

    /// <summary>Site or group (厂区、组团) that is claimed, where the code holds several; empty for the organisation as a whole.</summary>
    public string? Site { get; init; }

    /// <summary>The person says that the licence has this very code although it fails a check.</summary>
    public bool CodeAsOnLicence { get; init; }
}

/// <summary>What must be given before a claim is looked at.</summary>
internal sealed class ClaimOrganisationValidator : AbstractValidator<ClaimOrganisation>
{
    public ClaimOrganisationValidator()
    {
        RuleFor(claim => claim.Name).Written().WithMessage("请填写单位名称，与营业执照一致。").AtMost("单位名称", 200);
        RuleFor(claim => claim.Kind).NotNull().WithMessage("请选择企业或园区。");
        RuleFor(claim => claim.DistrictId).NotNull().WithMessage("请选择所在区县。");
        RuleFor(claim => claim.Site).AtMost("厂区或组团名称", 100);
        RuleFor(claim => claim.Address).Written().WithMessage("请填写生产经营地址。").AtMost("地址", 200);
        RuleFor(claim => claim.Phone).Must(TelephoneNumber.CanBeDialled)
            .WithMessage(claim => WrittenText.SaysNothing(claim.Phone) ? $"请填写联系电话。{TelephoneNumber.HowToWrite}" : $"联系电话“{claim.Phone}”无法拨打。{TelephoneNumber.HowToWrite}");
        RuleFor(claim => claim.Licence).NotNull().WithMessage(ClaimErrors.LicenceMissing.Message);
    }
}

/// <summary>Takes a claim in; its district decides. A unit that is registered is claimed under its registered name, or with a proof of renaming.</summary>
public sealed class ClaimOrganisationHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, KnownOrganisationReader known, IValidator<ClaimOrganisation> validator)
{
    /// <summary>Handles the claim.</summary>
    /// <returns>What the person is told: who will decide.</returns>
    public async Task<Result<string>> HandleAsync(ClaimOrganisation claim, CancellationToken cancellation)
    {
        var errors = (await validator.ValidateAsync(claim, cancellation)).Errors.Select(failure => new Error("claim.field", failure.ErrorMessage, failure.PropertyName)).ToList();
        var code = CreditCode.Read(claim.CreditCode);
        if (!code.Succeeded)
        {
            errors.Insert(0, code.Error.At(nameof(claim.CreditCode)));
        }
        else if (code.Value.Fault is { } fault && !claim.CodeAsOnLicence)
        {
            errors.Insert(0, ClaimErrors.CodeFault(fault));
        }

        var units = code.Succeeded ? await known.FindAsync(code.Value.Code, cancellation) : [];
        var site = ComparableText.Visible(claim.Site);
        var registered = units.FirstOrDefault(unit => ComparableText.IsSameName(unit.Site, site));
        if (registered is null && site.Length == 0 && units.Count > 0)
        {
            errors.Add(ClaimErrors.SiteMissing(units.Select(unit => unit.Name)));
        }

        if (registered is not null && claim.Proof is null && ComparableText.Visible(claim.Name).Length > 0 && !ComparableText.IsSameName(registered.Name, Organisation.NameOf(claim.Name, registered.Site)))
        {
            errors.Add(ClaimErrors.NameDiffers(registered.Name, WrittenText.Said(claim.Name)));
        }

        return errors.Count > 0 ? Result<string>.Failure(errors) : await StoreAsync(claim, code.Value, registered?.Site ?? site, registered, cancellation);
    }

    private async Task<Result<string>> StoreAsync(ClaimOrganisation claim, CheckedCreditCode code, string site, KnownOrganisation? registered, CancellationToken cancellation)
    {
        var user = access.Scope.RequiredUser;
        if (await DistrictAsync(claim, registered, cancellation) is not { } district)
        {
            return ClaimErrors.District;
        }

        if (await db.OrganisationClaims.AnyAsync(row => row.UserId == user && row.CreditCode == code.Code && row.Site == site && row.State == ClaimState.Pending, cancellation))
        {
            return ClaimErrors.Pending;
        }

        return await runner.RunAsync<string>(
            ProcessKind.ClaimOrganisation,
            null,
            process =>
            {
                var unit = new ClaimedUnit(district.Id, registered?.Kind ?? claim.Kind!.Value, code, claim.Name, site, claim.Address);
                var row = OrganisationClaim.Create(
                    new OrganisationClaimId(process.NewId()), access.Scope.Municipality, user, access.Scope.PersonName, claim.Phone, unit, claim.Licence!, claim.Proof, process.Now);
                db.Add(row);
                process.Record(
                    EventKind.OrganisationClaimed,
                    $"{access.Scope.PersonName}申请认领{row.OrganisationName}（{code.Code}）",
                    new { claim = row.Id.Value, licence = row.LicenceHash, proof = row.ProofHash, row.CodeFault });
                Result<string> told = Told(district, registered);
                return Task.FromResult(told);
            },
            cancellation);
    }

    /// <summary>The district of the register, if it still recommends; otherwise the one chosen. A unit of the platform stays with its own.</summary>
    private async Task<District?> DistrictAsync(ClaimOrganisation claim, KnownOrganisation? registered, CancellationToken cancellation)
    {
        var (chosen, theirs) = (new DistrictId(claim.DistrictId!.Value), new DistrictId(registered?.DistrictId ?? claim.DistrictId!.Value));
        var districts = await db.Districts.Where(row => row.Id == chosen || row.Id == theirs).ToListAsync(cancellation);
        return districts.Find(row => row.Id == theirs && (row.Recommends || registered is { OnPlatform: true })) ?? districts.Find(row => row.Id == chosen && row.Recommends);
    }

    private static string Told(District district, KnownOrganisation? registered) => registered switch
    {
        null => $"认领申请已提交，由{district.Name}核实。结果会通过站内消息和邮件告知。",
        { OnPlatform: true } => $"该单位已在平台登记（{registered.Name}），认领后由{district.Name}核实。结果会通过站内消息和邮件告知。",
        _ => $"该单位在绿色制造名录中（{registered.Name}，证书编号 {registered.CertificateNumber}），认领后由{district.Name}核实。结果会通过站内消息和邮件告知。",
    };
}
