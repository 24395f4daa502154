using GreenFactory.Application.Access;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>A case in the applicant's list.</summary>
/// <param name="Id">The case.</param>
/// <param name="CaseNumber">Number people quote.</param>
/// <param name="Year">Year of its campaign.</param>
/// <param name="Purpose">New entry or benchmarking.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StateSince">Since when.</param>
public sealed record ApplicantCaseLine(DeclarationId Id, string CaseNumber, int Year, DeclarationPurpose Purpose, CaseState State, DateTimeOffset StateSince);

/// <summary>One organisation of the person.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Factory or park.</param>
/// <param name="District">Its district.</param>
/// <param name="InCultivationRegister">Whether it is in the cultivation register.</param>
/// <param name="Cases">Its cases, the latest first.</param>
/// <param name="MayBegin">Whether the campaign takes a declaration of it now.</param>
/// <param name="Standing">Where it stands with the register, which decides what may be begun.</param>
public sealed record ApplicantUnit(
    OrganisationId Id,
    string Name,
    OrganisationKind Kind,
    string District,
    bool InCultivationRegister,
    IReadOnlyList<ApplicantCaseLine> Cases,
    bool MayBegin,
    RegisterStanding Standing)
{
    /// <summary>The purposes the register allows.</summary>
    public IReadOnlyList<DeclarationPurpose> Purposes => [.. Enum.GetValues<DeclarationPurpose>().Where(purpose => Standing.Refuses(purpose) is null)];
}

/// <summary>What a person finds at the applicant's desk.</summary>
/// <param name="Choice">The campaign in which something may be begun, and the others. The cases of every year are listed.</param>
/// <param name="Units">The organisations the person acts for.</param>
public sealed record ApplicantHome(CampaignChoice Choice, IReadOnlyList<ApplicantUnit> Units)
{
    /// <summary>The campaign shown; null when there is none.</summary>
    public Campaign? Campaign => Choice.Chosen;

    /// <summary>Until when somebody of the districts of these units may file, recorded grace included; null without a campaign.</summary>
    public DateTimeOffset? Deadline { get; init; }
}

/// <summary>Reads the applicant's home. Six queries.</summary>
public sealed class ApplicantHomeQuery(PortalDbContext db, CurrentAccess access, CampaignChoiceReader campaigns, RegisterStandingReader register, TimeProvider clock)
{
    /// <summary>Reads.</summary>
    /// <param name="year">Year of the campaign in which something may be begun; null for the usual one.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<ApplicantHome> ReadAsync(int? year, CancellationToken cancellation)
    {
        var choice = await campaigns.ReadAsync(year, cancellation);
        var campaign = choice.Chosen;
        var units = access.Scope.Units.Select(unit => new OrganisationId(unit)).ToList();
        var organisations = await db.Organisations
            .Where(row => units.Contains(row.Id))
            .OrderBy(row => row.Name)
            .Select(row => new { row.Id, row.Name, row.Kind, row.InCultivationRegister, row.DistrictId, District = db.Districts.Where(d => d.Id == row.DistrictId).Select(d => d.Name).First() })
            .ToListAsync(cancellation);
        var cases = await db.Declarations
            .OrderByDescending(row => row.CreatedAt)
            .Select(row => new
            {
                row.OrganisationId,
                row.CampaignId,
                Line = new ApplicantCaseLine(
                    row.Id, row.CaseNumber, db.Campaigns.Where(c => c.Id == row.CampaignId).Select(c => c.Year).First(), row.Purpose, row.State, row.StateSince),
            })
            .ToListAsync(cancellation);
        var graces = campaign is null ? [] : await db.DeadlineGraces.Where(row => row.CampaignId == campaign.Id).Select(row => new { row.DistrictId, row.Until }).ToListAsync(cancellation);
        var now = clock.GetUtcNow();
        var standings = await register.ReadAsync(units, now, cancellation);
        return new ApplicantHome(choice, [.. organisations.Select(unit => new ApplicantUnit(
            unit.Id,
            unit.Name,
            unit.Kind,
            unit.District,
            unit.InCultivationRegister,
            [.. cases.Where(row => row.OrganisationId == unit.Id).Select(row => row.Line)],
            campaign is not null
                && now >= campaign.OpensAt
                && (now < campaign.DistrictDeadline || graces.Any(grace => grace.DistrictId == unit.DistrictId && now < grace.Until))
                && !cases.Any(row => row.OrganisationId == unit.Id && row.CampaignId == campaign.Id && row.Line.State != CaseState.Withdrawn),
            standings[unit.Id]))])
        {
            Deadline = campaign is null ? null : graces.Where(grace => organisations.Exists(unit => unit.DistrictId == grace.DistrictId)).Select(grace => grace.Until).Append(campaign.DistrictDeadline).Max(),
        };
    }
}
