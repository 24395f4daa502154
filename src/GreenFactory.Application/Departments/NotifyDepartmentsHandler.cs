using System.Globalization;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Departments;

/// <summary>Outbox work: tell the departments of a district that they were asked about a case.</summary>
/// <param name="DeclarationId">The case.</param>
/// <param name="DistrictId">The district.</param>
public sealed record NotifyDepartments(Guid DeclarationId, Guid DistrictId)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "notify-departments";

    /// <summary>How long a question waits for those that are asked after it, so that all go in one letter.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMinutes(1);
}

/// <summary>Tells each department once of everything it was asked meanwhile: sixty questions are one message and one letter for a person. Five queries and two for each person's list.</summary>
public sealed class NotifyDepartmentsHandler(PortalDbContext db, PersonTeller teller, TimeProvider clock) : IOutboxHandler
{
    private const int MostLines = 30;

    /// <inheritdoc/>
    public string Kind => NotifyDepartments.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var asked = OutboxPayload.Read<NotifyDepartments>(message);
        var gathered = await GatherAsync(message, asked.DistrictId, cancellation);
        var questions = await QuestionsAsync([.. gathered.Append(asked).Select(one => new DeclarationId(one.DeclarationId)).Distinct()], cancellation);
        var departments = questions.Select(row => row.Department).Distinct().ToList();
        var members = await db.Memberships.Where(row => row.EndedAt == null && row.DepartmentId != null && departments.Contains(row.DepartmentId!.Value))
            .Select(row => new { row.UserId, row.DepartmentId }).ToListAsync(cancellation);
        foreach (var list in questions.GroupBy(row => (row.Department, row.Year)))
        {
            var persons = members.Where(row => row.DepartmentId == list.Key.Department).Select(row => row.UserId).ToList();
            await teller.TellAsync(message, persons, Write([.. list], list.Key.Year), cancellation);
        }

        return OutboxOutcome.Done;
    }

    /// <summary>The other questions to this district that wait; they are done with this one. Those that another node holds stay with it.</summary>
    private async Task<List<NotifyDepartments>> GatherAsync(OutboxMessage message, Guid district, CancellationToken cancellation)
    {
        var waiting = await db.Outbox
            .FromSql($"select * from outbox_message where kind = {NotifyDepartments.Kind} and done_at is null and id <> {message.Id} order by created_at for update skip locked")
            .ToListAsync(cancellation);
        var gathered = new List<NotifyDepartments>();
        foreach (var one in waiting)
        {
            if (OutboxPayload.Read<NotifyDepartments>(one) is { } other && other.DistrictId == district)
            {
                gathered.Add(other);
                (one.DoneAt, one.Payload) = (clock.GetUtcNow(), "{}");
            }
        }

        return gathered;
    }

    private Task<List<Question>> QuestionsAsync(List<DeclarationId> cases, CancellationToken cancellation) => (
        from opinion in db.DepartmentOpinions
        where cases.Contains(opinion.DeclarationId) && opinion.State == OpinionState.Asked
        join @case in db.Declarations on opinion.DeclarationId equals @case.Id
        join organisation in db.Organisations on @case.OrganisationId equals organisation.Id
        join campaign in db.Campaigns on @case.CampaignId equals campaign.Id
        orderby opinion.DueAt, @case.CaseNumber
        select new Question(opinion.DepartmentId, campaign.Year, @case.Id, organisation.Name, @case.CaseNumber, opinion.DueAt)).ToListAsync(cancellation);

    private static Telling Write(IReadOnlyList<Question> questions, int year)
    {
        var lines = questions.Take(MostLines).Select((row, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {row.Organisation}（{row.CaseNumber}），{ChinaTime.Deadline(row.DueAt)} 前"));
        var rest = questions.Count > MostLines ? string.Create(CultureInfo.InvariantCulture, $"\n另有 {questions.Count - MostLines} 项，见平台。") : "";
        return questions is [var one]
            ? new Telling("请反馈意见", $"单位：{one.Organisation}\n案件：{one.CaseNumber}\n请在 {ChinaTime.Deadline(one.DueAt)} 前反馈意见。", Destination.Questions.In(year), one.Declaration)
            : new Telling(
                string.Create(CultureInfo.InvariantCulture, $"请反馈意见：{questions.Count} 项"),
                $"请对下列申报单位反馈意见，可以在平台逐项填写，也可以下载表格一次填报：\n{string.Join('\n', lines)}{rest}",
                Destination.Questions.In(year));
    }

    private sealed record Question(DepartmentId Department, int Year, DeclarationId Declaration, string Organisation, string CaseNumber, DateTimeOffset DueAt);
}
