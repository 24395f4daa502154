using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>Reads what of a case the applicant may change. No query for a draft, four for a returned case.</summary>
public sealed class UnlockedPlacesReader(PortalDbContext db, RuleSetOfCaseReader ruleSets)
{
    /// <summary>The open places of a case that can be edited.</summary>
    public async Task<UnlockedPlaces> ReadAsync(Declaration declaration, CancellationToken cancellation)
    {
        if (declaration.State is not CaseState.Returned)
        {
            return UnlockedPlaces.Everything;
        }

        var ruleSet = await ruleSets.ReadAsync(declaration.RuleSetVersionId!.Value, cancellation);
        var sections = await db.AnswerSections.AsNoTracking().Where(row => row.DeclarationId == declaration.Id).Select(row => row.Answers).ToListAsync(cancellation);
        var answers = sections.Select(SectionAnswers.Read).SelectMany(section => section.Fields).ToDictionary(field => field.Key, field => field.Value.Values);
        var facts = DeclaredFacts.From(ruleSet.RuleSet, field => answers.GetValueOrDefault(field) ?? []);
        return await ReadAsync(declaration, ruleSet, facts, await LastAsync(declaration, cancellation), cancellation);
    }

    /// <summary>The open places of a returned case whose answers are read already.</summary>
    internal async Task<UnlockedPlaces> ReadAsync(
        Declaration declaration, Scoring.Evaluation.CompiledRuleSet ruleSet, DeclaredFacts facts, SubmissionSnapshot before, CancellationToken cancellation)
    {
        var items = await (
            from item in db.ChangeRequestItems.AsNoTracking()
            where item.DeclarationId == declaration.Id
            join request in db.ChangeRequests on item.ChangeRequestId equals request.Id
            where request.Round == db.ChangeRequests.Where(other => other.DeclarationId == declaration.Id).Max(other => other.Round)
            select item).ToListAsync(cancellation);
        return UnlockedPlaces.Of(ruleSet, items, before, facts.Facts);
    }

    /// <summary>What was submitted last.</summary>
    internal async Task<SubmissionSnapshot> LastAsync(Declaration declaration, CancellationToken cancellation) => SubmissionSnapshot.Read(
        await db.Submissions.Where(row => row.DeclarationId == declaration.Id).OrderByDescending(row => row.Sequence).Select(row => row.Snapshot).FirstAsync(cancellation));
}
