using System.Globalization;
using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Opens the public notice of all shortlisted cases.</summary>
public sealed record OpenNotice(string Title);

/// <summary>Checks the title.</summary>
public sealed class OpenNoticeValidator : AbstractValidator<OpenNotice>
{
    /// <summary>States the rules.</summary>
    public OpenNoticeValidator() => RuleFor(input => input.Title).Must(text => (text ?? "").Trim().Length is >= 5 and <= 120).WithMessage("请填写公示标题，5 至 120 字。");
}

/// <summary>Signs the shortlist and puts it before the public for the campaign's notice period.</summary>
public sealed class OpenNoticeHandler(
    PortalDbContext db, CurrentAccess access, ProcessRunner runner, CampaignReader campaigns, ListSigner signer, IValidator<OpenNotice> validator)
{
    /// <summary>Opens.</summary>
    public async Task<Result<NoticeId>> HandleAsync(OpenNotice input, CancellationToken cancellation)
    {
        var checkedInput = await validator.ValidateAsync(input, cancellation);
        return checkedInput.IsValid
            ? await runner.RunAsync<NoticeId>("OpenNotice", null, process => OpenAsync(process, input, cancellation), cancellation)
            : new Error("notice.title", checkedInput.Errors[0].ErrorMessage, nameof(input.Title));
    }

    private async Task<Result<NoticeId>> OpenAsync(RunningProcess process, OpenNotice input, CancellationToken cancellation)
    {
        if (await campaigns.CurrentAsync(cancellation) is not { } campaign)
        {
            return ProcessErrors.NotFound;
        }

        if (await db.Notices.AnyAsync(row => row.CampaignId == campaign.Id && row.ClosedAt == null, cancellation))
        {
            return HonourErrors.NoticeStanding;
        }

        var cases = await db.Declarations.Where(row => row.CampaignId == campaign.Id && row.State == CaseState.Shortlisted).ToListAsync(cancellation);
        if (cases.Count == 0)
        {
            return HonourErrors.NobodyShortlisted;
        }

        var listed = await RowsAsync(cases, cancellation);
        var document = ListedRow.Document(
            input.Title.Trim(),
            new Dictionary<string, string>
            {
                ["kind"] = "public-notice",
                ["campaign"] = campaign.Year.ToString(CultureInfo.InvariantCulture),
                ["opensAt"] = ChinaTime.Exact(process.Now),
                ["endsAt"] = ChinaTime.Exact(Notice.EndOf(process.Now, campaign.NoticeDays)),
            },
            listed.Select(row => row.Row));
        var notice = Notice.Open(
            new NoticeId(process.NewId()), campaign, input.Title, await signer.SignAsync(process, document, [.. listed.Select(row => row.Row)], cancellation), access.Scope.PersonName, process.Now);
        db.Add(notice);
        foreach (var (declaration, row) in listed)
        {
            var step = declaration.Take(CaseAction.OpenNotice, access.Scope.ActorOn(declaration), [CaseGuard.NoticeOpen], process.Now);
            if (!step.Succeeded)
            {
                return Result<NoticeId>.Failure(step.Errors);
            }

            db.Add(NoticeRow.Create(new NoticeRowId(process.NewId()), notice, declaration.Id, row));
            process.Record("NoticeOpened", declaration, $"列入公示名单，公示至 {ChinaTime.DayAndTime(notice.EndsAt)}");
            process.Notify(declaration, Desk.Apply, "拟入围公示", $"您单位已列入“{notice.Title}”，公示至 {ChinaTime.DayAndTime(notice.EndsAt)}。", $"/apply/{declaration.Id.Value}");
        }

        return notice.Id;
    }

    /// <summary>Rows in the order of credit codes, so that the absence of a unit shows between two neighbours.</summary>
    private async Task<IReadOnlyList<(Declaration Declaration, ListedRow Row)>> RowsAsync(List<Declaration> cases, CancellationToken cancellation)
    {
        var ids = cases.Select(row => row.Id).ToList();
        var facts = await db.Declarations.Where(row => ids.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                Organisation = db.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => new { o.Name, o.CreditCode }).First(),
                District = db.Districts.Where(d => d.Id == row.DistrictId).Select(d => d.Name).First(),
                Score = db.FrozenScores.Where(s => s.DeclarationId == row.Id && s.Party == ScoreParty.Final).OrderByDescending(s => s.Sequence)
                    .Select(s => new { s.Total, RuleSet = db.RuleSetVersions.Where(v => v.Id == s.RuleSetVersionId).Select(v => v.RuleSetId + " " + v.Version).First() }).First(),
            })
            .ToListAsync(cancellation);
        return
        [
            .. facts.OrderBy(row => row.Organisation.CreditCode.Value, StringComparer.Ordinal).Select((row, index) =>
            {
                var declaration = cases.Find(candidate => candidate.Id == row.Id)!;
                return (declaration, new ListedRow(
                    index + 1, declaration.CaseNumber, row.Organisation.Name, row.Organisation.CreditCode, row.District, declaration.Kind, row.Score.Total, row.Score.RuleSet));
            }),
        ];
    }
}
