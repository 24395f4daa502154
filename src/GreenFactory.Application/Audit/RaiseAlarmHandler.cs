using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Application.Audit;

/// <summary>
/// Tells administrators and city officers that a check of integrity failed, once for each failure. It works in a unit of its own, so that a page that only
/// reads can raise it, and work that is undone does not take it back.
/// </summary>
public sealed class RaiseAlarmHandler(IServiceScopeFactory scopes, CurrentAccess access, TimeProvider clock)
{
    private const string WhatToDo = "请停止办理相关业务，保持数据库原状，并立即通知运维运行 gf audit verify 核查。";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Raises it, unless the same failure was told before; at most two statements.</summary>
    /// <param name="failure">What failed, the same text for the same failure.</param>
    /// <param name="summary">What failed, in Chinese.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task HandleAsync(string failure, string summary, CancellationToken cancellation)
    {
        await using var own = scopes.CreateAsyncScope();
        own.ServiceProvider.GetRequiredService<CurrentAccess>().Use(access.Scope);
        var db = own.ServiceProvider.GetRequiredService<PortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (municipality, now) = (access.Scope.Municipality, clock.GetUtcNow());
        var raised = await db.Database.ExecuteSqlAsync(
            $"""
            insert into alarm (id, municipality_id, subject, summary, raised_at)
            values ({Guid.CreateVersion7(now)}, {municipality.Value}, {ContentHashing.Sha256Hex(failure)}, {summary}, {now}) on conflict do nothing
            """,
            cancellation);
        if (raised > 0)
        {
            db.Add(new OutboxMessage
            {
                Id = Guid.CreateVersion7(now),
                MunicipalityId = municipality,
                Kind = NotifyRoles.Kind,
                Payload = JsonSerializer.Serialize(new NotifyRoles([Role.Administrator, Role.CityOfficer, Role.CityLead], null, "完整性校验未通过", $"{summary}{WhatToDo}", Destination.Inbox), Options),
                CreatedAt = now,
                DueAt = now,
            });
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}
