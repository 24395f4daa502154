using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notice");
        builder.HasIndex(notice => new { notice.MunicipalityId, notice.OpensAt });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(notice => notice.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticeRowMapping : IEntityTypeConfiguration<NoticeRow>
{
    public void Configure(EntityTypeBuilder<NoticeRow> builder)
    {
        builder.ToTable("notice_row");
        builder.HasIndex(row => new { row.NoticeId, row.Position }).IsUnique();
        builder.HasOne<Notice>().WithMany().HasForeignKey(row => row.NoticeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Declaration>().WithMany().HasForeignKey(row => row.DeclarationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("objection");
        builder.Ignore(objection => objection.IsOpen);
        builder.Property(objection => objection.State).IsConcurrencyToken();
        builder.HasIndex(objection => new { objection.MunicipalityId, objection.ReceiptHash }).IsUnique();
        builder.HasIndex(objection => new { objection.NoticeId, objection.State });
        builder.HasIndex(objection => objection.BurstId);
        builder.HasOne<Notice>().WithMany().HasForeignKey(objection => objection.NoticeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<NoticeRow>().WithMany().HasForeignKey(objection => objection.NoticeRowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Declaration>().WithMany().HasForeignKey(objection => objection.DeclarationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publication");
        builder.HasIndex(publication => new { publication.MunicipalityId, publication.PublishedAt });
        builder.HasIndex(publication => publication.NoticeId).IsUnique();
        builder.HasIndex(publication => new { publication.MunicipalityId, publication.ComparableNumber }).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(publication => publication.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Notice>().WithMany().HasForeignKey(publication => publication.NoticeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublicationRowMapping : IEntityTypeConfiguration<PublicationRow>
{
    public void Configure(EntityTypeBuilder<PublicationRow> builder)
    {
        builder.ToTable("publication_row");
        builder.HasIndex(row => new { row.PublicationId, row.Position }).IsUnique();
        builder.HasOne<Publication>().WithMany().HasForeignKey(row => row.PublicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<GreenUnit>().WithMany().HasForeignKey(row => row.GreenUnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublicationDifferenceMapping : IEntityTypeConfiguration<PublicationDifference>
{
    public void Configure(EntityTypeBuilder<PublicationDifference> builder)
    {
        builder.ToTable("publication_difference");
        builder.HasOne<Publication>().WithMany().HasForeignKey(difference => difference.PublicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GreenUnitMapping : IEntityTypeConfiguration<GreenUnit>
{
    public void Configure(EntityTypeBuilder<GreenUnit> builder)
    {
        builder.ToTable("green_unit");
        builder.HasIndex(unit => new { unit.MunicipalityId, unit.CreditCode, unit.Site }).IsUnique();
        builder.HasIndex(unit => new { unit.MunicipalityId, unit.Name, unit.Id });
        builder.HasIndex(unit => unit.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops");
        builder.HasOne<District>().WithMany().HasForeignKey(unit => unit.DistrictId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HonourMapping : IEntityTypeConfiguration<Honour>
{
    public void Configure(EntityTypeBuilder<Honour> builder)
    {
        builder.ToTable("honour");
        builder.HasIndex(honour => new { honour.GreenUnitId, honour.Year });
        builder.HasIndex(honour => new { honour.MunicipalityId, honour.CertificateNumber }).IsUnique();
        builder.HasOne<GreenUnit>().WithMany().HasForeignKey(honour => honour.GreenUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Publication>().WithMany().HasForeignKey(honour => honour.PublicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GreenUnitEventMapping : IEntityTypeConfiguration<GreenUnitEvent>
{
    public void Configure(EntityTypeBuilder<GreenUnitEvent> builder)
    {
        builder.ToTable("green_unit_event");
        builder.HasIndex(e => new { e.GreenUnitId, e.OccurredOn });
        builder.HasOne<GreenUnit>().WithMany().HasForeignKey(e => e.GreenUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Publication>().WithMany().HasForeignKey(e => e.PublicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RemovalProposalMapping : IEntityTypeConfiguration<RemovalProposal>
{
    public void Configure(EntityTypeBuilder<RemovalProposal> builder)
    {
        builder.ToTable("removal_proposal", table => table.HasCheckConstraint("ck_removal_proposal_second_person", "decided_by is null or decided_by <> proposed_by"));
        builder.Ignore(proposal => proposal.IsOpen);
        builder.Property(proposal => proposal.State).IsConcurrencyToken();
        builder.HasIndex(proposal => new { proposal.MunicipalityId, proposal.State });
        builder.HasIndex(proposal => proposal.GreenUnitId).IsUnique().HasFilter("state in ('Proposed', 'Heard', 'Approved')").HasDatabaseName("ux_removal_proposal_open");
        builder.HasOne<District>().WithMany().HasForeignKey(proposal => proposal.DistrictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(proposal => proposal.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<GreenUnit>().WithMany().HasForeignKey(proposal => proposal.GreenUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Publication>().WithMany().HasForeignKey(proposal => proposal.PublicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RemovalPaperMapping : IEntityTypeConfiguration<RemovalPaper>
{
    public void Configure(EntityTypeBuilder<RemovalPaper> builder)
    {
        builder.ToTable("removal_paper");
        builder.HasOne<RemovalProposal>().WithMany().HasForeignKey(paper => paper.RemovalProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BenchmarkPlaceMapping : IEntityTypeConfiguration<BenchmarkPlace>
{
    public void Configure(EntityTypeBuilder<BenchmarkPlace> builder)
    {
        builder.ToTable("benchmark_place");
        builder.HasIndex(place => new { place.GreenUnitId, place.Year }).IsUnique();
        builder.HasIndex(place => new { place.MunicipalityId, place.Year });
        builder.HasOne<GreenUnit>().WithMany().HasForeignKey(place => place.GreenUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(place => place.DistrictId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FalsificationFindingMapping : IEntityTypeConfiguration<FalsificationFinding>
{
    public void Configure(EntityTypeBuilder<FalsificationFinding> builder)
    {
        builder.ToTable("falsification_finding", table => table.HasCheckConstraint("ck_falsification_finding_second_person", "decided_by is null or decided_by <> recorded_by"));
        builder.Property(finding => finding.State).IsConcurrencyToken();
        builder.HasIndex(finding => new { finding.MunicipalityId, finding.CreditCode });
        builder.HasOne<Declaration>().WithMany().HasForeignKey(finding => finding.DeclarationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BenchmarkReminderMapping : IEntityTypeConfiguration<BenchmarkReminder>
{
    public void Configure(EntityTypeBuilder<BenchmarkReminder> builder)
    {
        builder.ToTable("benchmark_reminder");
        builder.HasIndex(reminder => new { reminder.CampaignId, reminder.GreenUnitId, reminder.SentAt });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(reminder => reminder.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<GreenUnit>().WithMany().HasForeignKey(reminder => reminder.GreenUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(reminder => reminder.DistrictId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CertificateCounterMapping : IEntityTypeConfiguration<CertificateCounter>
{
    public void Configure(EntityTypeBuilder<CertificateCounter> builder)
    {
        builder.ToTable("certificate_counter");
        builder.HasKey(counter => new { counter.MunicipalityId, counter.Year, counter.Kind });
    }
}

internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("signing_key");
        builder.HasIndex(key => new { key.MunicipalityId, key.Fingerprint }).IsUnique();
    }
}
