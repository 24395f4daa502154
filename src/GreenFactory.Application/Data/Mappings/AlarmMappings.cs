using GreenFactory.Application.Audit;
using GreenFactory.Application.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class AlarmMapping : IEntityTypeConfiguration<Alarm>
{
    public void Configure(EntityTypeBuilder<Alarm> builder)
    {
        builder.ToTable("alarm");
        builder.Property(alarm => alarm.Subject).HasMaxLength(64);
        builder.HasIndex(alarm => new { alarm.MunicipalityId, alarm.Subject }).IsUnique();
    }
}

internal sealed class UndeliveredLetterMapping : IEntityTypeConfiguration<UndeliveredLetter>
{
    public void Configure(EntityTypeBuilder<UndeliveredLetter> builder)
    {
        builder.ToTable("undelivered_letter");
        builder.HasIndex(letter => new { letter.MunicipalityId, letter.GivenUpAt });
        builder.HasIndex(letter => letter.UserId);
        builder.HasIndex(letter => letter.Ticket);
    }
}
