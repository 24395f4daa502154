using GreenFactory.Domain.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class CalendarDayMapping : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("calendar_day");
        builder.HasKey(day => new { day.MunicipalityId, day.Day });
        builder.Property(day => day.Name).HasMaxLength(60);
        builder.Property(day => day.Source).HasMaxLength(100);
    }
}
