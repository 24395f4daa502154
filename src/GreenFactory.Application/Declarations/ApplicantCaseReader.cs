using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>Reads a case for its applicant and scores it. At most fourteen queries.</summary>
public sealed class ApplicantCaseReader(PortalDbContext db, RuleSetOfCaseReader ruleSets, ChangeRequestReader returns, UnlockedPlacesReader unlocked, TimeProvider clock)
{
    /// <summary>The case, or null when this person may not see it.</summary>
    public async Task<ApplicantCase?> ReadAsync(DeclarationId id, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } declaration)
        {
            return null;
        }

        var campaign = await db.Campaigns.FirstAsync(row => row.Id == declaration.CampaignId, cancellation);
        var sections = await db.AnswerSections.Where(row => row.DeclarationId == id).ToDictionaryAsync(row => row.SectionCode, cancellation);
        var answers = sections.ToDictionary(section => section.Key, section => SectionAnswers.Read(section.Value.Answers));
        var ruleSet = declaration.RuleSetVersionId is { } version ? await ruleSets.ReadAsync(version, cancellation) : null;
        var facts = ruleSet is null ? null : DeclaredFacts.From(ruleSet.RuleSet, field => Typed(answers, field));
        var end = await FilingWindow.EndAsync(db, campaign, declaration.DistrictId, cancellation);
        var now = clock.GetUtcNow();
        var before = declaration.State is CaseState.Returned ? await unlocked.LastAsync(declaration, cancellation) : null;
        return new ApplicantCase
        {
            Declaration = declaration,
            Campaign = campaign,
            Organisation = await db.Organisations.FirstAsync(row => row.Id == declaration.OrganisationId, cancellation),
            District = await db.Districts.FirstAsync(row => row.Id == declaration.DistrictId, cancellation),
            Deadline = end,
            WindowOpen = now >= campaign.OpensAt && now < end,
            Corrections = declaration.State is CaseState.Returned ? (await returns.ReadAsync(id, cancellation)).FirstOrDefault() : null,
            RuleSet = ruleSet,
            Before = before,
            Unlocked = before is null ? UnlockedPlaces.Everything : await unlocked.ReadAsync(declaration, ruleSet!, facts!, before, cancellation),
            Sections = sections,
            Answers = answers,
            Evidence = await db.EvidenceFiles
                .Where(file => file.DeclarationId == id && file.RemovedAt == null)
                .OrderBy(file => file.UploadedAt).ThenBy(file => file.Id)
                .ToListAsync(cancellation),
            Facts = facts,
            Sheet = facts is null ? null : ruleSet!.Evaluate(facts.Facts, campaign.ParametersAsOf),
        };
    }

    private static IReadOnlyList<string> Typed(Dictionary<string, SectionAnswers> answers, string field) =>
        answers.Values.Select(section => section.Fields.GetValueOrDefault(field)).FirstOrDefault(answer => answer is not null)?.Values ?? [];
}
