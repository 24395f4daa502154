using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Departments;

/// <summary>One question to a department, as its desk or the district's shows it.</summary>
public sealed record OpinionRow(
    DepartmentOpinionId Id,
    DeclarationId Declaration,
    string Organisation,
    string CreditCode,
    string Address,
    string CaseNumber,
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
    /// <summary>Whether the department may answer, or answer anew.</summary>
    public bool IsOpen => CaseState is CaseState.DistrictReview or CaseState.Returned;
}

/// <summary>The questions that this desk sees: its own department's, or its own district's. One query, at most 500 rows.</summary>
public sealed class OpinionListQuery(PortalDbContext db)
{
    /// <summary>Reads; open ones first, then by due date.</summary>
    public async Task<IReadOnlyList<OpinionRow>> ReadAsync(DeclarationId? declaration, CancellationToken cancellation)
    {
        var rows = await (
            from opinion in db.DepartmentOpinions.AsNoTracking()
            where declaration == null || opinion.DeclarationId == declaration
            join department in db.Departments on opinion.DepartmentId equals department.Id
            join @case in db.Declarations on opinion.DeclarationId equals @case.Id
            join organisation in db.Organisations on @case.OrganisationId equals organisation.Id
            orderby opinion.DueAt, @case.CaseNumber, department.Kind
            select new { opinion, organisation, @case.CaseNumber, @case.State, department.Name, department.Kind })
            .Take(500).ToListAsync(cancellation);
        return
        [
            .. rows.OrderBy(row => row.opinion.State is not OpinionState.Asked).Select(row => new OpinionRow(
                row.opinion.Id,
                row.opinion.DeclarationId,
                row.organisation.Name,
                row.organisation.CreditCode.Value,
                row.organisation.Address,
                row.CaseNumber,
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
                row.opinion.GivenAt)),
        ];
    }
}
