using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Opens the public notice of all shortlisted cases of a campaign.</summary>
/// <param name="Title">Title of the notice.</param>
/// <param name="Year">Year of the campaign; null for the usual one.</param>
public sealed record OpenNotice(string Title, int? Year = null);

/// <summary>Checks the title.</summary>
public sealed class OpenNoticeValidator : AbstractValidator<OpenNotice>
{
    /// <summary>States the rules.</summary>
    public OpenNoticeValidator() => RuleFor(input => input.Title).Between("公示标题", 5, 120);
}

/// <summary>
/// Signs the shortlist and puts it before the public for the campaign's notice period. A unit that was removed or disqualified meanwhile is
/// left out, with ground and date in its case. While a notice stands, only cases that took a place it lost are noticed: as an addition to it, with a
/// signed list and a whole period of their own (docs/adr/0030).
/// </summary>
public sealed class OpenNoticeHandler(
    PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps, CampaignChoiceReader campaigns, FrozenScoreReader scores, ListBarReader bars, ListSigner signer, IValidator<OpenNotice> validator)
{
    /// <summary>Names, in the signed heading of an addition, the hash of the notice that it adds to.</summary>
    public const string SupplementKey = "supplements";

    /// <summary>Opens.</summary>
    public async Task<Result<NoticeId>> HandleAsync(OpenNotice input, CancellationToken cancellation)
    {
        var checkedInput = await validator.ValidateAsync(input, cancellation);
        return checkedInput.IsValid
            ? await runner.RunAsync<NoticeId>(ProcessKind.OpenNotice, null, process => OpenAsync(process, input, cancellation), cancellation)
            : new Error("notice.title", checkedInput.Errors[0].ErrorMessage, nameof(input.Title));
    }

    private async Task<Result<NoticeId>> OpenAsync(RunningProcess process, OpenNotice input, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(input.Year, cancellation) is not { } campaign)
        {
            return ProcessErrors.NotFound;
        }

        var supplemented = await db.Notices.AsNoTracking().Where(row => row.CampaignId == campaign.Id && row.ClosedAt == null && row.SupplementTo == null)
            .OrderBy(row => row.OpensAt).FirstOrDefaultAsync(cancellation);
        var cases = await db.Declarations.Where(row => row.CampaignId == campaign.Id && row.State == CaseState.Shortlisted).ToListAsync(cancellation);
        if (cases.Count == 0)
        {
            return supplemented is null ? HonourErrors.NobodyShortlisted : HonourErrors.NoticeStanding;
        }

        if (supplemented is not null)
        {
            var ids = cases.ConvertAll(row => row.Id);
            var moved = await db.SelectionDecisions.Where(row => row.Kind == SelectionKind.MovedUp && ids.Contains(row.DeclarationId)).Select(row => row.DeclarationId).ToListAsync(cancellation);
            cases.RemoveAll(row => !moved.Contains(row.Id));
            if (cases.Count == 0)
            {
                return HonourErrors.NoticeStanding;
            }
        }

        var standing = await bars.ReadAsync(cases, process.Now, cancellation);
        var barred = cases.FindAll(row => standing.ContainsKey(row.Id));
        var declined = await steps.TakeAsync(process, barred, new CaseStep(CaseAction.DeclineShortlist), cancellation);
        if (!declined.Succeeded)
        {
            return Result<NoticeId>.Failure(declined.Errors);
        }

        barred.ForEach(row => process.RecordBar(row, standing[row.Id], "不列入公示"));
        cases.RemoveAll(barred.Contains);
        if (cases.Count == 0)
        {
            return HonourErrors.NobodyShortlisted;
        }

        var read = await RowsAsync(cases, cancellation);
        if (!read.Succeeded)
        {
            return Result<NoticeId>.Failure(read.Errors);
        }

        var listed = read.Value;
        var heading = new Dictionary<string, string>(new NoticeSpan(process.Now, Notice.EndOf(process.Now, campaign.NoticeDays)).Heading);
        if (supplemented is not null)
        {
            heading[SupplementKey] = supplemented.ContentHash;
        }

        var signed = await signer.SignAsync(
            process, new ListToSign(SignedDocument.PublicNotice, WrittenText.Said(input.Title), campaign.Year, heading, [.. listed.Select(row => row.Row)], []), cancellation);
        if (!signed.Succeeded)
        {
            return Result<NoticeId>.Failure(signed.Errors);
        }

        var notice = Notice.Open(new NoticeId(process.NewId()), campaign, input.Title, signed.Value, access.Scope.PersonName, process.Now, supplemented?.Id);
        db.Add(notice);
        db.AddRange(listed.Select(pair => NoticeRow.Create(new NoticeRowId(process.NewId()), notice, pair.Declaration.Id, pair.Row)));
        var opened = await steps.TakeAsync(process, [.. listed.Select(pair => pair.Declaration)], new CaseStep(CaseAction.OpenNotice), cancellation);
        if (!opened.Succeeded)
        {
            return Result<NoticeId>.Failure(opened.Errors);
        }

        foreach (var (declaration, _) in listed)
        {
            process.Record(EventKind.NoticeOpened, declaration, $"列入公示名单，公示至 {ChinaTime.Deadline(notice.EndsAt)}");
            process.Notify(declaration, Desk.Apply, "拟入围公示", $"您单位已列入“{notice.Title}”，公示至 {ChinaTime.Deadline(notice.EndsAt)}。", Destination.Case(declaration.Id));
        }

        process.Record(EventKind.NoticeSigned, $"公示“{notice.Title}”，{listed.Count} 家", new { hash = notice.ContentHash, root = notice.MerkleRoot });
        return notice.Id;
    }

    /// <summary>Rows in the order of credit codes, so that the absence of a unit shows between two neighbours. Every score is replayed.</summary>
    private async Task<Result<IReadOnlyList<(Declaration Declaration, ListedRow Row)>>> RowsAsync(List<Declaration> cases, CancellationToken cancellation)
    {
        var ids = cases.Select(row => row.Id).ToList();
        var facts = await db.Declarations.Where(row => ids.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                Organisation = db.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => new { o.Name, o.CreditCode, o.Site }).First(),
                District = db.Districts.Where(d => d.Id == row.DistrictId).Select(d => d.Name).First(),
                RuleSet = db.RuleSetVersions.Where(v => v.Id == row.RuleSetVersionId).Select(v => v.RuleSetId + " " + v.Version).First(),
            })
            .ToListAsync(cancellation);
        var listed = new List<(Declaration, ListedRow)>();
        foreach (var row in facts.OrderBy(row => row.Organisation.CreditCode.Value, StringComparer.Ordinal).ThenBy(row => row.Organisation.Site, StringComparer.Ordinal))
        {
            var declaration = cases.Find(candidate => candidate.Id == row.Id)!;
            var score = await scores.ReadLatestAsync(row.Id, ScoreParty.Final, cancellation);
            if (score is not { Intact: true } || score.Score.RuleSetVersionId != declaration.RuleSetVersionId)
            {
                return ScoreErrors.NotIntact(declaration.CaseNumber);
            }

            listed.Add((declaration, new ListedRow(
                listed.Count + 1, declaration.CaseNumber, row.Organisation.Name, row.Organisation.CreditCode, row.District, declaration.Kind, score.Sheet.Total, row.RuleSet)
            {
                Site = row.Organisation.Site,
            }));
        }

        return listed;
    }
}
