using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>Outbox work: make an account an editor of an organisation, or invite its owner to register.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Email">The address invited.</param>
/// <param name="InvitedBy">Name of the signer.</param>
/// <param name="RegistrationLink">Where to register.</param>
/// <param name="InvitedById">The signer, whose inbox tells when the letter cannot be delivered.</param>
public sealed record AdmitMember(Guid OrganisationId, string Email, string InvitedBy, string RegistrationLink, Guid? InvitedById = null)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "admit-member";
}

/// <summary>Finds the account and admits it; an address without a confirmed account gets a letter. Three queries.</summary>
public sealed class AdmitMemberHandler(PortalDbContext db, TimeProvider clock) : IOutboxHandler
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <inheritdoc/>
    public string Kind => AdmitMember.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var invitation = OutboxPayload.Read<AdmitMember>(message);
        var id = new OrganisationId(invitation.OrganisationId);
        var organisation = await db.Organisations.SingleAsync(row => row.Id == id, cancellation);
        var address = invitation.Email.ToUpperInvariant();
        var user = await db.Users.FirstOrDefaultAsync(row => row.NormalizedEmail == address && row.EmailConfirmed, cancellation);
        if (user is null)
        {
            Enqueue(message, MailToSend.Kind, new MailToSend(
                invitation.Email, "", $"邀请您经办{organisation.Name}的申报", $"{invitation.InvitedBy}邀请您担任{organisation.Name}的申报经办人。\n\n请先注册账号并确认邮箱：\n{invitation.RegistrationLink}\n\n完成后请对方再邀请一次。", invitation.InvitedById));
            return OutboxOutcome.Done;
        }

        var person = new UserId(user.Id);
        if (!await db.Memberships.AnyAsync(row => row.UserId == person && row.OrganisationId == id && row.EndedAt == null, cancellation))
        {
            db.Add(Membership.ForOrganisation(new MembershipId(Guid.CreateVersion7(clock.GetUtcNow())), organisation, person, user.PersonName, Role.ApplicantEditor, clock.GetUtcNow()));
            Enqueue(message, NotifyPerson.Kind, new NotifyPerson(user.Id, $"您已是{organisation.Name}的申报经办人", $"{invitation.InvitedBy}邀请您经办{organisation.Name}的申报，现在可以开始填报。", Destination.ApplicantHome));
        }

        return OutboxOutcome.Done;
    }

    private void Enqueue<T>(OutboxMessage source, string kind, T payload)
    {
        var now = clock.GetUtcNow();
        db.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            MunicipalityId = source.MunicipalityId,
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload, Options),
            CreatedAt = now,
            DueAt = now,
        });
    }
}
