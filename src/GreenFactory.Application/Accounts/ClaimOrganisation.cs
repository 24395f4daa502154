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
public sealed record ClaimOrganisation(string CreditCode, string Name, OrganisationKind? Kind, Guid? DistrictId, string Address, string Phone);

/// <summary>What must be given before a claim is looked at.</summary>
internal sealed class ClaimOrganisationValidator : AbstractValidator<ClaimOrganisation>
{
    public ClaimOrganisationValidator()
    {
        RuleFor(claim => claim.Name).NotEmpty().WithMessage("请填写单位名称，与营业执照一致。").AtMost(200).WithMessage("单位名称不超过200个字。");
        RuleFor(claim => claim.Kind).NotNull().WithMessage("请选择企业或园区。");
        RuleFor(claim => claim.DistrictId).NotNull().WithMessage("请选择所在区县。");
        RuleFor(claim => claim.Address).NotEmpty().WithMessage("请填写生产经营地址。").AtMost(200).WithMessage("地址不超过200个字。");
        RuleFor(claim => claim.Phone).Must(TelephoneNumber.CanBeDialled).WithMessage($"请填写联系电话。{TelephoneNumber.HowToWrite}");
    }
}

/// <summary>Takes a claim in; its district decides.</summary>
public sealed class ClaimOrganisationHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, KnownOrganisationReader known, IValidator<ClaimOrganisation> validator)
{
    /// <summary>Handles the claim.</summary>
    /// <returns>What the person is told: who will decide.</returns>
    public async Task<Result<string>> HandleAsync(ClaimOrganisation claim, CancellationToken cancellation)
    {
        var errors = (await validator.ValidateAsync(claim, cancellation)).Errors.Select(failure => new Error("claim.field", failure.ErrorMessage, failure.PropertyName)).ToList();
        var code = CreditCode.Parse(claim.CreditCode);
        if (!code.Succeeded)
        {
            errors.Insert(0, code.Error.At(nameof(claim.CreditCode)));
        }

        return errors.Count > 0 ? Result<string>.Failure(errors) : await StoreAsync(claim, code.Value, cancellation);
    }

    private async Task<Result<string>> StoreAsync(ClaimOrganisation claim, CreditCode code, CancellationToken cancellation)
    {
        var user = access.Scope.RequiredUser;
        var registered = await known.FindAsync(code, cancellation);
        var districtId = new DistrictId(registered?.DistrictId ?? claim.DistrictId!.Value);
        var district = await db.Districts.FirstOrDefaultAsync(row => row.Id == districtId && (row.Recommends || registered != null), cancellation);
        if (district is null)
        {
            return new Error("claim.district", "所选区县不受理申报，请重新选择。", nameof(claim.DistrictId));
        }

        if (await db.OrganisationClaims.AnyAsync(row => row.UserId == user && row.CreditCode == code && row.State == ClaimState.Pending, cancellation))
        {
            return new Error("claim.pending", "您已提交过该单位的认领申请，区县正在核实，不必重复提交。", nameof(claim.CreditCode));
        }

        return await runner.RunAsync<string>(
            nameof(ClaimOrganisation),
            null,
            process =>
            {
                var row = OrganisationClaim.Create(
                    new OrganisationClaimId(process.NewId()), access.Scope.Municipality, user, access.Scope.PersonName, claim.Phone, district.Id, claim.Kind!.Value, code, claim.Name, claim.Address, process.Now);
                db.Add(row);
                process.Record("OrganisationClaimed", $"{access.Scope.PersonName}申请认领{row.OrganisationName}（{code}）", new { claim = row.Id.Value });
                Result<string> told = registered is null
                    ? $"认领申请已提交，由{district.Name}核实。结果会通过站内消息和邮件告知。"
                    : $"该单位已在平台登记（{registered.Name}），认领后由{district.Name}核实。结果会通过站内消息和邮件告知。";
                return Task.FromResult(told);
            },
            cancellation);
    }
}
