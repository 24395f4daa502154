using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>Tells persons something twice: as a message in the portal and as a letter.</summary>
internal static class PersonTeller
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Adds message and letter for each of the persons who has an account; one query.</summary>
    public static async Task TellAsync(
        this PortalDbContext db, OutboxMessage source, IReadOnlyCollection<UserId> persons, DeclarationId? declaration, string title, string body, string path, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = persons.Select(person => person.Value).Distinct().ToList();
        var users = await db.Users.Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.Email, user.PersonName }).ToListAsync(cancellation);
        foreach (var user in users)
        {
            db.Add(new Message
            {
                Id = Guid.CreateVersion7(now),
                MunicipalityId = source.MunicipalityId,
                UserId = new UserId(user.Id),
                DeclarationId = declaration,
                Title = title,
                Body = body,
                Path = path,
                CreatedAt = now,
            });
            db.Add(new OutboxMessage
            {
                Id = Guid.CreateVersion7(now),
                MunicipalityId = source.MunicipalityId,
                Kind = MailToSend.Kind,
                Payload = JsonSerializer.Serialize(new MailToSend(user.Email!, user.PersonName, title, $"{user.PersonName}：\n\n{body}\n\n请登录平台办理。", user.Id), Options),
                CreatedAt = now,
                DueAt = now,
            });
        }
    }
}
