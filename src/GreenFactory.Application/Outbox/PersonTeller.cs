using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>What persons are told.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">What happened, what is asked, by when.</param>
/// <param name="Destination">Where to act.</param>
/// <param name="Declaration">The case it is about, or null.</param>
public sealed record Telling(string Title, string Body, Destination Destination, DeclarationId? Declaration = null);

/// <summary>Tells persons something twice: as a message in the portal and as a letter that carries the link.</summary>
public sealed class PersonTeller(PortalDbContext db, IPortalLinks links, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Adds message and letter for each of the persons who has an account; one query.</summary>
    public async Task TellAsync(OutboxMessage source, IReadOnlyCollection<UserId> persons, Telling telling, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var ids = persons.Select(person => person.Value).Distinct().ToList();
        var users = await db.Users.Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.Email, user.PersonName }).ToListAsync(cancellation);
        var link = await links.AddressAsync(telling.Destination, source.MunicipalityId, cancellation);
        foreach (var user in users)
        {
            db.Add(new Message
            {
                Id = Guid.CreateVersion7(now),
                MunicipalityId = source.MunicipalityId,
                UserId = new UserId(user.Id),
                DeclarationId = telling.Declaration,
                Title = telling.Title,
                Body = telling.Body,
                Destination = telling.Destination,
                CreatedAt = now,
            });
            var text = $"{user.PersonName}：\n\n{telling.Body}\n\n请登录平台{(telling.Destination.Leads ? "办理" : "查看")}：\n{link}";
            db.Add(new OutboxMessage
            {
                Id = Guid.CreateVersion7(now),
                MunicipalityId = source.MunicipalityId,
                Kind = MailToSend.Kind,
                Payload = JsonSerializer.Serialize(new MailToSend(user.Email!, user.PersonName, telling.Title, text, user.Id), Options),
                CreatedAt = now,
                DueAt = now,
            });
        }
    }
}
