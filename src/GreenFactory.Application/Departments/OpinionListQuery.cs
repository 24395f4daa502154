using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Departments;

/// <summary>One question to a department, as its desk or the district's shows it, with the year of its campaign.</summary>
public sealed record OpinionRow(
    DepartmentOpinionId Id,
    DeclarationId Declaration,
    string Organisation,
    string CreditCode,
    string Address,
    string CaseNumber,
    int Year,
    string Department,
    CaseState CaseState,
    DateTimeOffset AskedAt,
    DateTimeOffset DueAt,
    OpinionState State,
    int Version,
    OpinionKind? Kind,
    string Text,
    string? AttachmentName,
    string? GivenByName,
    DateTimeOffset? GivenAt)
{
    /// <summary>The words of a “存在不得推荐情形” that the department has corrected to something else; null for none.</summary>
    public string? WithdrawnBar { get; init; }

    /// <summary>Whether the department may answer, or answer anew.</summary>
    public bool IsOpen => CaseState is CaseState.DistrictReview or CaseState.Returned;
}

/// <summary>
/// The questions that this desk sees: its own department's, or its own district's; the unanswered first, then by due date. One query, at
/// most 500 rows.
/// </summary>
public sealed class OpinionListQuery(PortalDbContext db)
{
    /// <summary>Most rows of one reading.</summary>
    public const int Largest = 500;

    /// <summary>Those about one case, or all for null.</summary>
    public Task<IReadOnlyList<OpinionRow>> ReadAsync(DeclarationId? declaration, CancellationToken cancellation) =>
        ReadAsync(declaration is { } id ? db.Declarations.Where(row => row.Id == id) : db.Declarations, cancellation);

    /// <summary>One question; null when this desk does not see it.</summary>
    public async Task<OpinionRow?> FindAsync(DepartmentOpinionId id, CancellationToken cancellation) =>
        (await ReadAsync(db.Declarations.Where(row => db.DepartmentOpinions.Any(opinion => opinion.Id == id && opinion.DeclarationId == row.Id)), cancellation)).FirstOrDefault(row => row.Id == id);

    /// <summary>Those of one campaign.</summary>
    public Task<IReadOnlyList<OpinionRow>> OfCampaignAsync(CampaignId campaign, CancellationToken cancellation) =>
        ReadAsync(db.Declarations.Where(row => row.CampaignId == campaign), cancellation);

    /// <summary>Those about the cases of these numbers, of whatever campaign.</summary>
    public Task<IReadOnlyList<OpinionRow>> OfCasesAsync(IReadOnlyCollection<string> caseNumbers, CancellationToken cancellation) =>
        ReadAsync(db.Declarations.Where(row => caseNumbers.Contains(row.CaseNumber)), cancellation);

    /// <summary>These questions.</summary>
    public Task<IReadOnlyList<OpinionRow>> OfQuestionsAsync(IReadOnlyCollection<DepartmentOpinionId> ids, CancellationToken cancellation) =>
        ReadAsync(db.Declarations, db.DepartmentOpinions.Where(row => ids.Contains(row.Id)), cancellation);

    private Task<IReadOnlyList<OpinionRow>> ReadAsync(IQueryable<Declaration> cases, CancellationToken cancellation) => ReadAsync(cases, db.DepartmentOpinions, cancellation);

    private async Task<IReadOnlyList<OpinionRow>> ReadAsync(IQueryable<Declaration> cases, IQueryable<DepartmentOpinion> opinions, CancellationToken cancellation)
    {
        var rows = await (
            from opinion in opinions.AsNoTracking()
            join department in db.Departments on opinion.DepartmentId equals department.Id
            join @case in cases on opinion.DeclarationId equals @case.Id
            join campaign in db.Campaigns on @case.CampaignId equals campaign.Id
            join organisation in db.Organisations on @case.OrganisationId equals organisation.Id
            orderby opinion.State == OpinionState.Given, opinion.DueAt, @case.CaseNumber, department.Kind
            select new
            {
                opinion,
                organisation,
                @case.CaseNumber,
                campaign.Year,
                @case.State,
                department.Name,
                department.Kind,
                Bar = db.OpinionVersions.Where(version => version.DepartmentOpinionId == opinion.Id && version.Kind == OpinionKind.Bars && opinion.Kind != OpinionKind.Bars)
                    .OrderByDescending(version => version.Sequence).Select(version => version.Text).FirstOrDefault(),
            })
            .Take(Largest).ToListAsync(cancellation);
        return
        [
            .. rows.OrderBy(row => row.opinion.State is not OpinionState.Asked).Select(row => new OpinionRow(
                row.opinion.Id,
                row.opinion.DeclarationId,
                row.organisation.Name,
                row.organisation.CreditCode.Value,
                row.organisation.Address,
                row.CaseNumber,
                row.Year,
                row.Name,
                row.State,
                row.opinion.AskedAt,
                row.opinion.DueAt,
                row.opinion.State,
                row.opinion.Version,
                row.opinion.Kind,
                row.opinion.Text,
                row.opinion.AttachmentName,
                row.opinion.GivenByName,
                row.opinion.GivenAt) { WithdrawnBar = row.Bar is null ? null : Reviews.WithdrawnBar.Words(row.Bar) }),
        ];
    }
}
