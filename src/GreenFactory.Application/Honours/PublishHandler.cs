using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Validation;
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
public sealed record Publish(string Title, string DocumentNumber)
{
    /// <summary>The notice that the lead had before them; null for the one that stands, the last of two campaigns.</summary>
    public NoticeId? Notice { get; init; }
}

/// <summary>Checks title and number.</summary>
public sealed class PublishValidator : AbstractValidator<Publish>
{
    /// <summary>States the rules.</summary>
    public PublishValidator()
    {
        RuleFor(input => input.Title).Between("名单标题", 5, 120);
        RuleFor(input => input.DocumentNumber).Between("文号", 3, 60);
    }
}

/// <summary>
/// Signs and publishes the final list of the standing notice: admits the units, carries out the standing removals, and explains
/// every unit in which it differs from the notice. Refused before the period is over and while an objection is open, and where notice or
/// scores are not what was signed and frozen. Of two leads who publish at the same moment one succeeds and the other is told.
/// </summary>
public sealed class PublishHandler(
    PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps, PublicationWorkQuery work, FinalListReader finals, DocumentNumberReader numbers, ListSigner signer, IValidator<Publish> validator)
{
    /// <summary>Publishes.</summary>
    public async Task<Result<PublicationId>> HandleAsync(Publish input, CancellationToken cancellation)
    {
        var checkedInput = await validator.ValidateAsync(input, cancellation);
        return checkedInput.IsValid
            ? await runner.RunAsync<PublicationId>(ProcessKind.Publish, null, process => PublishAsync(process, input, cancellation), cancellation)
            : Result<PublicationId>.Failure([.. checkedInput.Errors.Select(error => new Error("publication.invalid", error.ErrorMessage, error.PropertyName))]);
    }

    /// <summary>The campaign whose notice is published: that of the notice seen, or of the last that stands.</summary>
    private async Task<CampaignId?> StandingAsync(NoticeId? seen, CancellationToken cancellation)
    {
        var standing = await db.Notices.Where(row => row.ClosedAt == null && (seen == null || row.Id == seen)).OrderByDescending(row => row.OpensAt)
            .Select(row => row.CampaignId).Take(1).ToListAsync(cancellation);
        return standing is [var campaign] ? campaign : null;
    }

    private async Task<Result<PublicationId>> PublishAsync(RunningProcess process, Publish input, CancellationToken cancellation)
    {
        // Whoever comes second waits here and then reads what the first has done.
        await db.Database.ExecuteSqlAsync($"select 1 from notice where closed_at is null for update", cancellation);
        if (input.Notice is { } seen && await db.Notices.Where(row => row.Id == seen && row.ClosedAt != null).Select(row => row.Title).FirstOrDefaultAsync(cancellation) is { } done)
        {
            return HonourErrors.AlreadyPublished(done);
        }

        if (await StandingAsync(input.Notice, cancellation) is not { } standing)
        {
            return await db.Publications.OrderByDescending(row => row.PublishedAt).Select(row => row.Title).FirstOrDefaultAsync(cancellation) is { } latest
                ? HonourErrors.AlreadyPublished(latest)
                : ProcessErrors.NotFound;
        }

        var state = await work.ReadAsync(standing, cancellation);
        if (state.Notice is null)
        {
            return ProcessErrors.NotFound;
        }

        if (input.Notice is { } wanted && wanted != state.Notice.Id)
        {
            return HonourErrors.EarlierNoticeFirst(state.Notice.Title);
        }

        if ((Obstacle(state, process.Now) ?? await numbers.TakenAsync(input.DocumentNumber, cancellation)) is { } obstacle)
        {
            return obstacle;
        }

        var notice = await db.Notices.FirstAsync(row => row.Id == state.Notice.Id, cancellation);
        var campaign = await db.Campaigns.AsNoTracking().FirstAsync(row => row.Id == notice.CampaignId, cancellation);
        var read = await finals.ReadAsync(state, notice, campaign, cancellation);
        if (!read.Succeeded)
        {
            return Result<PublicationId>.Failure(read.Errors);
        }

        var final = read.Value;
        var signed = await signer.SignAsync(process, Document(input, notice, campaign, final), cancellation);
        if (!signed.Succeeded)
        {
            return Result<PublicationId>.Failure(signed.Errors);
        }

        var publication = Publication.Create(
            new PublicationId(process.NewId()), campaign, notice.Id, input.DocumentNumber, input.Title, signed.Value, access.Scope.PersonName, process.Now);
        db.Add(publication);
        notice.Close(process.Now);
        foreach (var difference in final.Differences)
        {
            db.Add(PublicationDifference.Create(
                new PublicationDifferenceId(process.NewId()), publication, difference.Name, CreditCode.FromStored(difference.CreditCode), difference.RemovesListedUnit, difference.Explanation));
        }

        var barred = state.Outcomes.Where(outcome => outcome.Bar is not null).ToDictionary(outcome => outcome.Row.DeclarationId, outcome => outcome.Bar!);
        var (published, left) = (
            await CasesAsync([.. final.Rows.Select(row => row.Declaration), .. final.Repeated.Select(row => row.Declaration)], cancellation), await CasesAsync(barred.Keys, cancellation));
        foreach (var (cases, action) in new[] { (published, CaseAction.Publish), (left, CaseAction.DeclineShortlist) })
        {
            if (await steps.TakeAsync(process, [.. cases.Values], new CaseStep(action), cancellation) is { Succeeded: false } refused)
            {
                return Result<PublicationId>.Failure(refused.Errors);
            }
        }

        foreach (var (declaration, listed) in final.Rows)
        {
            await AdmitAsync(process, publication, campaign, published[declaration], listed, cancellation);
        }

        foreach (var (declaration, bar) in barred)
        {
            process.RecordBar(left[declaration], bar, "不列入名单");
        }

        foreach (var (declaration, certificate) in final.Repeated)
        {
            process.Record(EventKind.AlreadyListed, published[declaration], $"{campaign.Year}年度已列入名单，证书编号 {certificate}，不重复列入");
        }

        ApprovedProposals.CarryOut(db, process, publication, final.Removals);
        process.Record(EventKind.ListPublished, $"发布“{publication.Title}”（{publication.DocumentNumber}），{final.Rows.Count} 家", new { hash = publication.ContentHash, root = publication.MerkleRoot });
        return publication.Id;
    }

    private static ListToSign Document(Publish input, Notice notice, Campaign campaign, FinalList final) => new(
        SignedDocument.Publication,
        WrittenText.Said(input.Title),
        campaign.Year,
        new Dictionary<string, string> { ["documentNumber"] = WrittenText.Said(input.DocumentNumber), ["level"] = nameof(HonourLevel.Municipal), ["noticeHash"] = notice.ContentHash },
        [.. final.Rows.Select(row => row.Listed)],
        final.Differences);

    private static Error? Obstacle(PublicationWork state, DateTimeOffset now) =>
        !state.Notice!.IsOver(now) ? HonourErrors.NoticeRunning
        : state.OpenObjections > 0 ? HonourErrors.ObjectionsOpen(state.OpenObjections)
        : state.Outcomes.FirstOrDefault(outcome => !outcome.Publishes && outcome.Explanation.Length == 0) is { } open ? HonourErrors.DifferenceUnexplained(open.Row.OrganisationName)
        : null;

    private Task<Dictionary<DeclarationId, Declaration>> CasesAsync(IReadOnlyCollection<DeclarationId> ids, CancellationToken cancellation) =>
        db.Declarations.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);

    private async Task AdmitAsync(RunningProcess process, Publication publication, Campaign campaign, Declaration declaration, ListedRow listed, CancellationToken cancellation)
    {
        var unit = await db.GreenUnits.FirstOrDefaultAsync(candidate => candidate.CreditCode == listed.CreditCode && candidate.Site == listed.Site, cancellation);
        if (unit is null)
        {
            unit = GreenUnit.Admit(
                new GreenUnitId(process.NewId()), publication.MunicipalityId, listed.CreditCode, listed.Name, declaration.DistrictId, listed.District, listed.Kind, HonourLevel.Municipal, campaign.Year, listed.CertificateNumber, listed.Site);
            db.Add(unit);
        }
        else
        {
            var former = unit.Name;
            if (unit.Confirm(listed.Name, listed.CertificateNumber))
            {
                AddEvent(process, unit, GreenUnitEventKind.Renamed, $"由“{former}”更名", publication);
            }
        }

        db.Add(Honour.Create(new HonourId(process.NewId()), unit, publication.Id, campaign.Year, HonourLevel.Municipal, listed.CertificateNumber, listed.Points, listed.RuleSet));
        db.Add(PublicationRow.Create(new PublicationRowId(process.NewId()), publication, unit.Id, listed));
        AddEvent(process, unit, GreenUnitEventKind.Admitted, HonourWords.Admission(campaign.Year, listed.Kind, publication.DocumentNumber), publication);
        process.Record(EventKind.Published, declaration, $"列入{campaign.Year}年度市级{HonourWords.Of(listed.Kind)}名单，证书编号 {listed.CertificateNumber}");
        process.Notify(declaration, Desk.Apply, "名单发布", $"您单位已列入“{publication.Title}”，证书编号 {listed.CertificateNumber}。", Destination.Case(declaration.Id));
    }

    private void AddEvent(RunningProcess process, GreenUnit unit, GreenUnitEventKind kind, string ground, Publication publication) =>
        db.Add(GreenUnitEvent.Create(new GreenUnitEventId(process.NewId()), unit, kind, ground, DateOnly.FromDateTime(ChinaTime.Of(process.Now).DateTime), publication.Id));
}
