using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>Writes a public announcement.</summary>
/// <param name="Id">The announcement changed; null for a new one.</param>
/// <param name="Title">Title.</param>
/// <param name="Kind">Kind in one word.</param>
/// <param name="Body">Text; blank lines separate paragraphs.</param>
/// <param name="PublishedAt">From when it is public; null for now.</param>
public sealed record SaveAnnouncement(Guid? Id, string Title, string Kind, string Body, DateTimeOffset? PublishedAt)
{
    /// <summary>The version of the announcement that was changed, as <see cref="AnnouncementsQuery"/> told it; refused where it is another by now.</summary>
    public uint? Seen { get; init; }
}

/// <summary>What an announcement needs.</summary>
internal sealed class SaveAnnouncementValidator : AbstractValidator<SaveAnnouncement>
{
    public SaveAnnouncementValidator()
    {
        RuleFor(row => row.Title).Written().WithMessage("请填写标题。").AtMost("标题", 200);
        RuleFor(row => row.Kind).Written().WithMessage("请填写类别，如：通知。").AtMost("类别", 10);
        RuleFor(row => row.Body).Written().WithMessage("请填写正文。").AtMost("正文", 20_000);
    }
}

/// <summary>Stores announcements.</summary>
public sealed class SaveAnnouncementHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, IValidator<SaveAnnouncement> validator)
{
    /// <summary>Stores it.</summary>
    public async Task<Result> HandleAsync(SaveAnnouncement command, CancellationToken cancellation)
    {
        var failures = (await validator.ValidateAsync(command, cancellation)).Errors;
        return failures.Count > 0
            ? Result.Failure([.. failures.Select(failure => new Error("announcement.field", failure.ErrorMessage, failure.PropertyName))])
            : await runner.RunAsync(ProcessKind.SaveAnnouncement, null, process => StoreAsync(command, process, cancellation), cancellation);
    }

    private async Task<Result> StoreAsync(SaveAnnouncement command, RunningProcess process, CancellationToken cancellation)
    {
        var publishedAt = command.PublishedAt ?? process.Now;
        if (command.Id is null)
        {
            db.Add(new Announcement
            {
                Id = process.NewId(),
                MunicipalityId = access.Scope.Municipality,
                Title = WrittenText.Said(command.Title),
                Kind = WrittenText.Said(command.Kind),
                Body = WrittenText.Said(command.Body),
                PublishedAt = publishedAt,
            });
        }
        else if (await db.Announcements.FirstOrDefaultAsync(row => row.Id == command.Id, cancellation) is { } announcement)
        {
            if (!db.IsAsSeen(announcement, command.Seen))
            {
                return ProcessErrors.ChangedMeanwhile;
            }

            announcement.Title = WrittenText.Said(command.Title);
            announcement.Kind = WrittenText.Said(command.Kind);
            announcement.Body = WrittenText.Said(command.Body);
            announcement.PublishedAt = publishedAt;
        }
        else
        {
            return ProcessErrors.NotFound;
        }

        process.Record(EventKind.AnnouncementSaved, $"{(command.Id is null ? "新建" : "修改")}公告《{WrittenText.Said(command.Title)}》");
        return Result.Success;
    }
}
