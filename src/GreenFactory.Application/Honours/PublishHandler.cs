using System.Globalization;
using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Publishes the final list.</summary>
/// <param name="Title">Title of the list.</param>
/// <param name="DocumentNumber">文号, as the city gave it.</param>
public sealed record Publish(string Title, string DocumentNumber);

/// <summary>Checks title and number.</summary>
public sealed class PublishValidator : AbstractValidator<Publish>
{
    /// <summary>States the rules.</summary>
    public PublishValidator()
    {
        RuleFor(input => input.Title).Must(text => (text ?? "").Trim().Length is >= 5 and <= 120).WithMessage("请填写名单标题，5 至 120 字。");
        RuleFor(input => input.DocumentNumber).Must(text => (text ?? "").Trim().Length is >= 3 and <= 60).WithMessage("请填写文号，3 至 60 字。");
    }
}

/// <summary>
/// Signs and publishes the final list of the standing notice: admits the units, carries out the standing removals, and explains
/// every unit in which it differs from the notice. Refused before the period is over and while an objection is open.
/// </summary>
public sealed class PublishHandler(
    PortalDbContext db, CurrentAccess access, ProcessRunner runner, PublicationWorkQuery work, ListSigner signer, IValidator<Publish> validator)
{
    /// <summary>Publishes.</summary>
    public async Task<Result<PublicationId>> HandleAsync(Publish input, CancellationToken cancellation)
    {
        var checkedInput = await validator.ValidateAsync(input, cancellation);
        return checkedInput.IsValid
            ? await runner.RunAsync<PublicationId>("Publish", null, process => PublishAsync(process, input, cancellation), cancellation)
            : Result<PublicationId>.Failure([.. checkedInput.Errors.Select(error => new Error("publication.invalid", error.ErrorMessage, error.PropertyName))]);
    }

    private async Task<Result<PublicationId>> PublishAsync(RunningProcess process, Publish input, CancellationToken cancellation)
    {
        var state = await work.ReadAsync(cancellation);
        if (state.Notice is null)
        {
            return ProcessErrors.NotFound;
        }

        if (Obstacle(state, process.Now) is { } obstacle)
        {
            return obstacle;
        }

        var notice = await db.Notices.FirstAsync(row => row.Id == state.Notice.Id, cancellation);
        var campaign = await db.Campaigns.AsNoTracking().FirstAsync(row => row.Id == notice.CampaignId, cancellation);
        var rows = Rows(state, campaign);
        var document = ListedRow.Document(
            input.Title.Trim(),
            new Dictionary<string, string>
            {
                ["kind"] = "publication",
                ["campaign"] = campaign.Year.ToString(CultureInfo.InvariantCulture),
                ["documentNumber"] = input.DocumentNumber.Trim(),
                ["publishedAt"] = ChinaTime.Exact(process.Now),
                ["noticeHash"] = notice.ContentHash,
            },
            rows.Select(row => row.Listed));
        var publication = Publication.Create(
            new PublicationId(process.NewId()),
            campaign,
            notice.Id,
            input.DocumentNumber,
            input.Title,
            await signer.SignAsync(process, document, [.. rows.Select(row => row.Listed)], cancellation),
            access.Scope.PersonName,
            process.Now);
        db.Add(publication);
        notice.Close(process.Now);
        foreach (var outcome in state.Outcomes.Where(outcome => !outcome.Publishes))
        {
            AddDifference(process, publication, outcome.Row.OrganisationName, outcome.Row.CreditCode, removesListedUnit: false, outcome.Explanation);
        }

        foreach (var (row, listed) in rows)
        {
            if (await AdmitAsync(process, publication, campaign, row, listed, cancellation) is { Succeeded: false } refused)
            {
                return Result<PublicationId>.Failure(refused.Errors);
            }
        }

        await RemoveAsync(process, publication, cancellation);
        process.Record("ListPublished", $"发布“{publication.Title}”（{publication.DocumentNumber}），{rows.Count} 家", new { hash = publication.ContentHash, root = publication.MerkleRoot });
        return publication.Id;
    }

    private static Error? Obstacle(PublicationWork state, DateTimeOffset now) =>
        !state.Notice!.IsOver(now) ? HonourErrors.NoticeRunning
        : state.OpenObjections > 0 ? HonourErrors.ObjectionsOpen(state.OpenObjections)
        : state.Outcomes.FirstOrDefault(outcome => !outcome.Publishes && outcome.Explanation.Length == 0) is { } open ? HonourErrors.DifferenceUnexplained(open.Row.OrganisationName)
        : null;

    /// <summary>Rows of the final list, renumbered, with certificate numbers such as 2026-F-001.</summary>
    private static List<(NoticeRow Row, ListedRow Listed)> Rows(PublicationWork state, Campaign campaign)
    {
        var numbers = new Dictionary<OrganisationKind, int>();
        return
        [
            .. state.Outcomes.Where(outcome => outcome.Publishes).Select((outcome, index) =>
            {
                var row = outcome.Row;
                var number = numbers[row.Kind] = numbers.GetValueOrDefault(row.Kind) + 1;
                var certificate = string.Create(CultureInfo.InvariantCulture, $"{campaign.Year}-{(row.Kind is OrganisationKind.Park ? "P" : "F")}-{number:000}");
                return (row, new ListedRow(index + 1, row.CaseNumber, row.OrganisationName, row.CreditCode, row.DistrictName, row.Kind, row.Points, row.RuleSet, certificate));
            }),
        ];
    }

    private async Task<Result> AdmitAsync(RunningProcess process, Publication publication, Campaign campaign, NoticeRow row, ListedRow listed, CancellationToken cancellation)
    {
        var declaration = await db.Declarations.FirstAsync(candidate => candidate.Id == row.DeclarationId, cancellation);
        var step = declaration.Take(CaseAction.Publish, access.Scope.ActorOn(declaration), [CaseGuard.NoticeOver], process.Now);
        if (!step.Succeeded)
        {
            return step;
        }

        var unit = await db.GreenUnits.FirstOrDefaultAsync(candidate => candidate.CreditCode == row.CreditCode, cancellation);
        if (unit is null)
        {
            unit = GreenUnit.Admit(
                new GreenUnitId(process.NewId()), publication.MunicipalityId, row.CreditCode, row.OrganisationName, declaration.DistrictId, row.DistrictName, row.Kind, HonourLevel.Municipal, campaign.Year, listed.CertificateNumber);
            db.Add(unit);
        }
        else
        {
            var former = unit.Name;
            if (unit.Confirm(row.OrganisationName, listed.CertificateNumber))
            {
                AddEvent(process, unit, GreenUnitEventKind.Renamed, $"由“{former}”更名", publication);
            }
        }

        db.Add(Honour.Create(new HonourId(process.NewId()), unit, publication.Id, campaign.Year, HonourLevel.Municipal, listed.CertificateNumber, row.Points, row.RuleSet));
        db.Add(PublicationRow.Create(new PublicationRowId(process.NewId()), publication, unit.Id, listed));
        AddEvent(process, unit, GreenUnitEventKind.Admitted, $"列入{campaign.Year}年度市级{HonourWords.Of(row.Kind)}（{publication.DocumentNumber}）", publication);
        process.Record("Published", declaration, $"列入{campaign.Year}年度市级{HonourWords.Of(row.Kind)}名单，证书编号 {listed.CertificateNumber}");
        process.Notify(declaration, Desk.Apply, "名单发布", $"您单位已列入“{publication.Title}”，证书编号 {listed.CertificateNumber}。", $"/apply/{declaration.Id.Value}");
        return Result.Success;
    }

    private async Task RemoveAsync(RunningProcess process, Publication publication, CancellationToken cancellation)
    {
        foreach (var proposal in await db.RemovalProposals.Where(row => row.PublicationId == null).ToListAsync(cancellation))
        {
            var unit = await db.GreenUnits.FirstAsync(row => row.Id == proposal.GreenUnitId, cancellation);
            proposal.CarryOut(publication.Id);
            if (!unit.Remove().Succeeded)
            {
                continue;
            }

            var ground = $"{HonourWords.Of(proposal.Ground)}：{proposal.Detail}";
            AddEvent(process, unit, GreenUnitEventKind.Removed, ground, publication);
            AddDifference(process, publication, unit.Name, unit.CreditCode, removesListedUnit: true, ground);
        }
    }

    private void AddDifference(RunningProcess process, Publication publication, string name, CreditCode code, bool removesListedUnit, string explanation) =>
        db.Add(PublicationDifference.Create(new PublicationDifferenceId(process.NewId()), publication, name, code, removesListedUnit, explanation));

    private void AddEvent(RunningProcess process, GreenUnit unit, GreenUnitEventKind kind, string ground, Publication publication) =>
        db.Add(GreenUnitEvent.Create(new GreenUnitEventId(process.NewId()), unit, kind, ground, DateOnly.FromDateTime(ChinaTime.Of(process.Now).DateTime), publication.Id));
}
