using GreenFactory.Application.Accounts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class PortalUserMapping : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("portal_user");
        var single = builder.Metadata.GetIndexes().Where(index => index.Properties.Count == 1).ToList();
        foreach (var index in single)
        {
            builder.Metadata.RemoveIndex(index);
        }

        builder.HasIndex(user => new { user.MunicipalityId, user.NormalizedUserName }).IsUnique();
        builder.HasIndex(user => new { user.MunicipalityId, user.NormalizedEmail }).IsUnique();
    }
}

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("user_session");
        builder.HasIndex(session => session.UserId);
    }
}

internal sealed class ProcessMapping : IEntityTypeConfiguration<Process>
{
    public void Configure(EntityTypeBuilder<Process> builder)
    {
        builder.ToTable("process");
        builder.HasIndex(process => new { process.MunicipalityId, process.StartedAt });
    }
}

internal sealed class ProcessEventMapping : IEntityTypeConfiguration<ProcessEvent>
{
    public void Configure(EntityTypeBuilder<ProcessEvent> builder)
    {
        builder.ToTable("process_event");
        builder.Property(e => e.Payload).HasColumnType("jsonb");
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Property(e => e.PreviousHash).ValueGeneratedNever();
        builder.Property(e => e.Hash).ValueGeneratedNever();
        builder.HasIndex(e => new { e.MunicipalityId, e.Sequence }).IsUnique();
        builder.HasIndex(e => new { e.DeclarationId, e.OccurredAt });
        builder.HasOne<Process>().WithMany().HasForeignKey(e => e.ProcessId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Declaration>().WithMany().HasForeignKey(e => e.DeclarationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("message");
        builder.Property(message => message.Destination).HasConversion(destination => destination.ToString(), text => Destination.Parse(text));
        builder.HasIndex(message => new { message.UserId, message.CreatedAt });
        builder.HasIndex(message => message.UserId, "ix_message_unread").HasFilter("read_at is null");
        builder.HasOne<Declaration>().WithMany().HasForeignKey(message => message.DeclarationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnnouncementMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("announcement");
        builder.HasIndex(announcement => new { announcement.MunicipalityId, announcement.PublishedAt });
    }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_message");
        builder.Property(message => message.Payload).HasColumnType("jsonb");
        builder.HasIndex(message => new { message.DueAt, message.CreatedAt }).HasFilter("done_at is null");
    }
}

internal sealed class ClockSettingMapping : IEntityTypeConfiguration<ClockSetting>
{
    public void Configure(EntityTypeBuilder<ClockSetting> builder)
    {
        builder.ToTable("clock_setting");
        builder.Property(setting => setting.Id).ValueGeneratedNever();
    }
}
