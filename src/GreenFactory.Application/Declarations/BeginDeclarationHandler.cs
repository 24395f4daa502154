using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>A person begins the declaration of an organisation in a campaign.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Purpose">New entry or benchmarking of a listed unit.</param>
/// <param name="Year">Year of the campaign; null for the usual one.</param>
public sealed record BeginDeclaration(OrganisationId Organisation, DeclarationPurpose Purpose, int? Year = null);

/// <summary>Begins a case.</summary>
public sealed class BeginDeclarationHandler(
    PortalDbContext db, CurrentAccess access, ProcessRunner runner, CampaignChoiceReader campaigns, RuleSetChoiceReader choices, RegisterStandingReader register)
{
    /// <summary>Begins, if the register allows the purpose; at most one case per organisation and campaign beside withdrawn ones.</summary>
    public Task<Result<DeclarationId>> HandleAsync(BeginDeclaration command, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.BeginDeclaration, null, process => BeginAsync(command, process, cancellation), cancellation);

    private async Task<Result<DeclarationId>> BeginAsync(BeginDeclaration command, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Organisations.FirstOrDefaultAsync(row => row.Id == command.Organisation, cancellation) is not { } organisation)
        {
            return ProcessErrors.NotFound;
        }

        if (await campaigns.FindAsync(command.Year, cancellation) is not { } campaign)
        {
            return ApplicantErrors.NoCampaign;
        }

        if (await RefuseAsync(campaign, organisation, process.Now, cancellation) is { } refusal)
        {
            return refusal;
        }

        if ((await register.ReadAsync(organisation.Id, process.Now, cancellation)).Refuses(command.Purpose) is { } ground)
        {
            return ground;
        }

        var district = await db.Districts.FirstAsync(row => row.Id == organisation.DistrictId, cancellation);
        var number = await CaseNumbers.TakeAsync(db, organisation.MunicipalityId, CaseNumberPrefix.Of(campaign, organisation.Kind, district), cancellation);
        var declaration = Declaration.Begin(
            new DeclarationId(process.NewId()), campaign, organisation, command.Purpose, number, access.Scope.RequiredUser, process.Now);
        if (organisation.Kind is OrganisationKind.Park && await choices.ReadAsync(campaign.Id, organisation.Kind, null, cancellation) is [var only])
        {
            declaration.ChooseRuleSet(only.Version, null, $"本批次园区适用《{only.Set.Title}》。");
        }

        db.Add(declaration);
        process.Record(EventKind.DeclarationBegun, declaration, $"建立申报 {number}，经办人 {access.Scope.PersonName}");
        return declaration.Id;
    }

    private async Task<Error?> RefuseAsync(Campaign campaign, Organisation organisation, DateTimeOffset now, CancellationToken cancellation)
    {
        if (now < campaign.OpensAt)
        {
            return ApplicantErrors.NotOpenYet(ChinaTime.Deadline(campaign.OpensAt));
        }

        if (!await FilingWindow.IsOpenAsync(db, campaign, organisation.DistrictId, now, cancellation))
        {
            return ProcessErrors.DeadlineOver;
        }

        var existing = await db.Declarations
            .Where(row => row.CampaignId == campaign.Id && row.OrganisationId == organisation.Id && row.State != CaseState.Withdrawn)
            .Select(row => row.CaseNumber)
            .FirstOrDefaultAsync(cancellation);
        return existing is null ? null : ApplicantErrors.AlreadyBegun(existing);
    }
}
