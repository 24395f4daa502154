using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Data;

public sealed partial class PortalDbContext
{
    /// <summary>Public notices.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>Rows of public notices.</summary>
    public DbSet<NoticeRow> NoticeRows => Set<NoticeRow>();

    /// <summary>Objections of the public.</summary>
    public DbSet<Objection> Objections => Set<Objection>();

    /// <summary>Published lists.</summary>
    public DbSet<Publication> Publications => Set<Publication>();

    /// <summary>Rows of published lists.</summary>
    public DbSet<PublicationRow> PublicationRows => Set<PublicationRow>();

    /// <summary>Explained differences between notice and list.</summary>
    public DbSet<PublicationDifference> PublicationDifferences => Set<PublicationDifference>();

    /// <summary>Units of the list.</summary>
    public DbSet<GreenUnit> GreenUnits => Set<GreenUnit>();

    /// <summary>Honours by year.</summary>
    public DbSet<Honour> Honours => Set<Honour>();

    /// <summary>Events of units.</summary>
    public DbSet<GreenUnitEvent> GreenUnitEvents => Set<GreenUnitEvent>();

    /// <summary>Proposals to remove units.</summary>
    public DbSet<RemovalProposal> RemovalProposals => Set<RemovalProposal>();

    /// <summary>Documents beside proposals of removal.</summary>
    public DbSet<RemovalPaper> RemovalPapers => Set<RemovalPaper>();

    /// <summary>Fixed places of units in the benchmarking of a year.</summary>
    public DbSet<BenchmarkPlace> BenchmarkPlaces => Set<BenchmarkPlace>();

    /// <summary>Findings of falsification.</summary>
    public DbSet<FalsificationFinding> FalsificationFindings => Set<FalsificationFinding>();

    /// <summary>Reminders of the benchmarking of a year.</summary>
    public DbSet<BenchmarkReminder> BenchmarkReminders => Set<BenchmarkReminder>();

    /// <summary>Running numbers of certificates.</summary>
    public DbSet<CertificateCounter> CertificateCounters => Set<CertificateCounter>();

    /// <summary>Keys that sign lists and heads of the log of events.</summary>
    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();
}
