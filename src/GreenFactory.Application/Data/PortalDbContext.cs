using GreenFactory.Application.Access;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Attempts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Municipalities;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Data;

/// <summary>
/// The product's store. Every table of a municipality carries a named filter here and a row-level policy in the
/// database; the scope that both use comes from <see cref="CurrentAccess"/>.
/// </summary>
public sealed partial class PortalDbContext(DbContextOptions<PortalDbContext> options, CurrentAccess access)
    : IdentityUserContext<PortalUser, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Name of the filter that keeps municipalities apart.</summary>
    public const string TenantFilter = "Tenant";

    /// <summary>Name of the filter that keeps a desk to its own cases.</summary>
    public const string ScopeFilter = "Scope";

    /// <summary>Municipalities, known to all.</summary>
    public DbSet<Municipality> Municipalities => Set<Municipality>();

    /// <summary>Districts.</summary>
    public DbSet<District> Districts => Set<District>();

    /// <summary>Consulted departments.</summary>
    public DbSet<Department> Departments => Set<Department>();

    /// <summary>Organisations.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Claims on organisations.</summary>
    public DbSet<OrganisationClaim> OrganisationClaims => Set<OrganisationClaim>();

    /// <summary>Roles of persons.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Campaigns.</summary>
    public DbSet<Campaign> Campaigns => Set<Campaign>();

    /// <summary>Rule-set versions pinned to campaigns.</summary>
    public DbSet<CampaignRuleSet> CampaignRuleSets => Set<CampaignRuleSet>();

    /// <summary>Holidays and make-up working days.</summary>
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    /// <summary>Recorded extensions of the deadline.</summary>
    public DbSet<DeadlineGrace> DeadlineGraces => Set<DeadlineGrace>();

    /// <summary>The rule library.</summary>
    public DbSet<RuleSetVersion> RuleSetVersions => Set<RuleSetVersion>();

    /// <summary>Words of people on versions that are not official.</summary>
    public DbSet<RuleSetEndorsement> RuleSetEndorsements => Set<RuleSetEndorsement>();

    /// <summary>Comparisons of values with the text of their standard.</summary>
    public DbSet<ValueConfirmation> ValueConfirmations => Set<ValueConfirmation>();

    /// <summary>Rows of parameter tables that such comparisons cover.</summary>
    public DbSet<ConfirmedRow> ConfirmedRows => Set<ConfirmedRow>();

    /// <summary>Cases.</summary>
    public DbSet<Declaration> Declarations => Set<Declaration>();

    /// <summary>Answers by section.</summary>
    public DbSet<AnswerSection> AnswerSections => Set<AnswerSection>();

    /// <summary>Evidence.</summary>
    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();

    /// <summary>Frozen scores.</summary>
    public DbSet<FrozenScore> FrozenScores => Set<FrozenScore>();

    /// <summary>Submissions.</summary>
    public DbSet<Submission> Submissions => Set<Submission>();

    /// <summary>Processes.</summary>
    public DbSet<Process> Processes => Set<Process>();

    /// <summary>Events.</summary>
    public DbSet<ProcessEvent> ProcessEvents => Set<ProcessEvent>();

    /// <summary>Messages to persons.</summary>
    public DbSet<Message> Messages => Set<Message>();

    /// <summary>Public announcements.</summary>
    public DbSet<Announcement> Announcements => Set<Announcement>();

    /// <summary>Work to be done after a transaction.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Sign-ins.</summary>
    public DbSet<UserSession> UserSessions => Set<UserSession>();

    /// <summary>Restorations of lost second factors.</summary>
    public DbSet<SecondFactorRestoration> SecondFactorRestorations => Set<SecondFactorRestoration>();

    /// <summary>Letters that could not be delivered.</summary>
    public DbSet<UndeliveredLetter> UndeliveredLetters => Set<UndeliveredLetter>();

    /// <summary>Alarms raised.</summary>
    public DbSet<Alarm> Alarms => Set<Alarm>();

    /// <summary>Counts of tries at sign-in and elsewhere.</summary>
    public DbSet<AttemptCounter> AttemptCounters => Set<AttemptCounter>();

    /// <summary>The development clock.</summary>
    public DbSet<ClockSetting> ClockSettings => Set<ClockSetting>();

    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The municipality that the tenant filter compares with.</summary>
    internal MunicipalityId CurrentMunicipality => access.Scope.Municipality;

    /// <summary>Whether the scope filter lets every case of the municipality through.</summary>
    internal bool SeesWholeCity => access.Scope.Desk is not (Desk.Apply or Desk.District);

    /// <summary>Organisations that the scope filter lets through at the applicant's desk.</summary>
    internal IReadOnlyList<OrganisationId> CurrentOrganisations => [.. access.Scope.Units.Select(unit => new OrganisationId(unit))];

    /// <summary>Districts that the scope filter lets through at the district's desk.</summary>
    internal IReadOnlyList<DistrictId> CurrentDistricts => [.. access.Scope.Units.Select(unit => new DistrictId(unit))];

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.UseStronglyTypedIds();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<CreditCode>().HaveConversion<CreditCodeConverter>().HaveMaxLength(18);
        configurationBuilder.Properties<decimal>().HavePrecision(28, 10);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasPostgresExtension("pg_trgm");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_token");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claim");
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        builder.ApplyTenantFilters(this);
        builder.ApplyRowVersions();
        builder.Entity<Declaration>().HasQueryFilter(
            ScopeFilter,
            declaration => SeesWholeCity || CurrentOrganisations.Contains(declaration.OrganisationId) || CurrentDistricts.Contains(declaration.DistrictId));
    }
}
