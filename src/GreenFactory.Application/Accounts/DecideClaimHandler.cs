using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>A district decides a claim.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="RefusalReason">Why it is refused; null to approve it.</param>
/// <param name="OverrideReason">What the officer found with the licence in hand, for a code that fails its check; null where the paper was not seen.</param>
public sealed record DecideClaim(Guid ClaimId, string? RefusalReason, string? OverrideReason = null);

/// <summary>
/// Approves a claim, which makes the person the signer of the organisation, or refuses it with a reason. The organisation has its registered
/// name, and the typed one where a renaming is proved. Only the district can accept a code that fails its check, with the licence in hand.
/// </summary>
public sealed class DecideClaimHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    private const int LongestReason = 500;

    /// <summary>Decides.</summary>
    /// <returns>What the officer is told.</returns>
    public async Task<Result<string>> HandleAsync(DecideClaim command, CancellationToken cancellation)
    {
        if (command.RefusalReason is { } reason && !WrittenText.IsBetween(reason, 1, LongestReason))
        {
            return new Error("claim.reason", LengthRules.Refusal("不通过的原因和需要补正的内容", reason, 1, LongestReason), "Reason");
        }

        return await runner.RunAsync(
            ProcessKind.DecideClaim,
            command.RefusalReason ?? command.OverrideReason,
            async process =>
            {
                var id = new OrganisationClaimId(command.ClaimId);
                var claim = await db.OrganisationClaims.FirstOrDefaultAsync(row => row.Id == id, cancellation);
                if (claim is null)
                {
                    return ProcessErrors.NotFound;
                }

                return command.RefusalReason is null ? await ApproveAsync(claim, command.OverrideReason, process, cancellation) : Refuse(claim, command.RefusalReason, process);
            },
            cancellation);
    }

    private async Task<Result<string>> ApproveAsync(OrganisationClaim claim, string? overrideReason, RunningProcess process, CancellationToken cancellation)
    {
        var organisation = await db.Organisations.FirstOrDefaultAsync(row => row.CreditCode == claim.CreditCode && row.Site == claim.Site, cancellation);
        var registered = organisation?.Name ?? await db.GreenUnits.Where(row => row.CreditCode == claim.CreditCode && row.Site == claim.Site).Select(row => row.Name).FirstOrDefaultAsync(cancellation);
        var renamed = registered is not null && !ComparableText.IsSameName(registered, claim.OrganisationName);
        if (renamed && claim.ProofHash is null)
        {
            return ClaimErrors.ProofMissing(registered!);
        }

        if (organisation is null)
        {
            organisation = Organisation.Create(
                new OrganisationId(process.NewId()),
                claim.MunicipalityId,
                claim.DistrictId,
                claim.Kind,
                claim.CreditCode,
                renamed ? claim.OrganisationName : registered ?? claim.OrganisationName,
                claim.Address,
                site: claim.Site);
            db.Add(organisation);
            process.Record(EventKind.OrganisationRegistered, $"登记单位{organisation.Name}（{organisation.CreditCode}）", new { organisation = organisation.Id.Value });
        }

        var outcome = claim.Approve(organisation.Id, overrideReason, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        if (!outcome.Succeeded)
        {
            return outcome.Error;
        }

        if (renamed)
        {
            organisation.Rename(claim.OrganisationName);
            process.Record(EventKind.OrganisationRenamed, $"单位由“{registered}”更名为“{organisation.Name}”，凭更名证明登记", new { organisation = organisation.Id.Value, proof = claim.ProofHash });
        }

        if (claim.OverrideReason is not null)
        {
            process.Record(
                EventKind.CodeCheckOverridden,
                $"{access.Scope.PersonName}核对执照原件，认可未通过校验的代码 {claim.CreditCode}：{claim.OverrideReason}",
                new { claim = claim.Id.Value, claim.CodeFault, licence = claim.LicenceHash });
        }

        if (!await db.Memberships.AnyAsync(
            row => row.UserId == claim.UserId && row.OrganisationId == organisation.Id && row.Role == Role.ApplicantSigner && row.EndedAt == null, cancellation))
        {
            db.Add(Membership.ForOrganisation(new MembershipId(process.NewId()), organisation, claim.UserId, claim.PersonName, Role.ApplicantSigner, process.Now));
        }

        process.Record(EventKind.ClaimApproved, $"同意{claim.PersonName}认领{organisation.Name}", new { claim = claim.Id.Value, licence = claim.LicenceHash });
        process.Enqueue(NotifyPerson.Kind, new NotifyPerson(
            claim.UserId.Value, "单位认领已通过", $"您认领的{organisation.Name}已通过核实。您是该单位的申报负责人，可以开始申报，也可以邀请经办人。", Destination.ApplicantHome));
        return $"已同意{claim.PersonName}认领{organisation.Name}。";
    }

    private Result<string> Refuse(OrganisationClaim claim, string reason, RunningProcess process)
    {
        var outcome = claim.Refuse(reason, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        if (!outcome.Succeeded)
        {
            return outcome.Error;
        }

        process.Record(EventKind.ClaimRefused, $"未通过{claim.PersonName}对{claim.OrganisationName}的认领", new { claim = claim.Id.Value });
        process.Enqueue(NotifyPerson.Kind, new NotifyPerson(
            claim.UserId.Value, "单位认领未通过", $"您对{claim.OrganisationName}的认领未通过。原因：{WrittenText.Said(reason)}\n补正后可以重新提交。", Destination.Claim));
        return $"已退回{claim.PersonName}的认领申请。";
    }
}
