using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GreenFactory.Application.Data.Mappings;

internal sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaign");
        builder.Ignore(campaign => campaign.ParametersAsOf);
        builder.HasIndex(campaign => new { campaign.MunicipalityId, campaign.Year }).IsUnique();
    }
}

internal sealed class CampaignRuleSetMapping : IEntityTypeConfiguration<CampaignRuleSet>
{
    public void Configure(EntityTypeBuilder<CampaignRuleSet> builder)
    {
        builder.ToTable("campaign_rule_set");
        builder.HasKey(pin => new { pin.CampaignId, pin.RuleSetVersionId });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(pin => pin.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RuleSetVersion>().WithMany().HasForeignKey(pin => pin.RuleSetVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RuleSetVersionMapping : IEntityTypeConfiguration<RuleSetVersion>
{
    /// <summary>What people wrote is published by somebody who did not; what ships has neither author nor publisher and is never a draft.</summary>
    private const string SecondPerson =
        """
        case when cardinality(author_ids) = 0 then published_by is null and drafted_by is null and state in ('Published', 'Retired')
             when state in ('Draft', 'Checked') then published_by is null
             else published_by is not null and published_by <> all (author_ids) end
        """;

    public void Configure(EntityTypeBuilder<RuleSetVersion> builder)
    {
        builder.ToTable("rule_set_version", table => table.HasCheckConstraint("ck_rule_set_version_second_person", SecondPerson));
        builder.Ignore(version => version.IsEditable);
        builder.Ignore(version => version.NeedsEndorsement);
        builder.Property(version => version.GoldenCases).HasColumnType("jsonb");
        builder.HasIndex(version => new { version.MunicipalityId, version.RuleSetId, version.Version }).IsUnique();
    }
}

internal sealed class RuleSetEndorsementMapping : IEntityTypeConfiguration<RuleSetEndorsement>
{
    public void Configure(EntityTypeBuilder<RuleSetEndorsement> builder)
    {
        builder.ToTable("rule_set_endorsement");
        builder.HasOne<RuleSetVersion>().WithMany().HasForeignKey(word => word.RuleSetVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(word => new { word.RuleSetVersionId, word.EndorsedBy }).IsUnique();
    }
}

internal sealed class ValueConfirmationMapping : IEntityTypeConfiguration<ValueConfirmation>
{
    public void Configure(EntityTypeBuilder<ValueConfirmation> builder)
    {
        builder.ToTable("value_confirmation", table => table.HasCheckConstraint("ck_value_confirmation_second_person", "confirmed_by is null or confirmed_by <> compared_by"));
        builder.HasIndex(confirmation => new { confirmation.MunicipalityId, confirmation.Standard });
    }
}

internal sealed class ConfirmedRowMapping : IEntityTypeConfiguration<ConfirmedRow>
{
    public void Configure(EntityTypeBuilder<ConfirmedRow> builder)
    {
        builder.ToTable("confirmed_row");
        builder.HasOne<ValueConfirmation>().WithMany().HasForeignKey(row => row.ValueConfirmationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.MunicipalityId, row.Fingerprint });
    }
}

internal sealed class DeadlineGraceMapping : IEntityTypeConfiguration<DeadlineGrace>
{
    public void Configure(EntityTypeBuilder<DeadlineGrace> builder)
    {
        builder.ToTable("deadline_grace");
        builder.HasOne<Campaign>().WithMany().HasForeignKey(grace => grace.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(grace => grace.DistrictId).OnDelete(DeleteBehavior.Restrict);
    }
}
