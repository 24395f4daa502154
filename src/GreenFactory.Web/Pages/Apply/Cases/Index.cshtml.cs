using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Pages.Apply.Forms;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>The home of a case: what is done, what is missing, what comes next.</summary>
public sealed class IndexModel(
    ApplicantCaseReader cases, CaseTimelineQuery timeline, PeopleOfCaseQuery people, ReviveDeclarationHandler revive, ChangePurposeHandler change, RegisterStandingReader register, StepsQuery steps, CurrentAccess access, TimeProvider clock) : CasePage
{
    /// <summary>The tasks.</summary>
    public CaseTasks Tasks { get; private set; } = null!;

    /// <summary>What would raise the score most.</summary>
    public IReadOnlyList<Gain> Gains { get; private set; } = [];

    /// <summary>What happened and what comes.</summary>
    public IReadOnlyList<TimelineStep> Timeline { get; private set; } = [];

    /// <summary>Who acts for the applicant.</summary>
    public IReadOnlyList<PersonOfCase> People { get; private set; } = [];

    /// <summary>What can be done with the case as a whole.</summary>
    public OpenSteps Steps { get; private set; } = OpenSteps.None;

    /// <summary>Why the register refuses the case as it was begun; null when it does not, or the case is submitted.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>What the case can be turned into before it is submitted; null for nothing.</summary>
    public DeclarationPurpose? Other { get; private set; }

    /// <summary>Whether this person signs.</summary>
    public bool IsSigner { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        await FillAsync(cancellation);
        return Page();
    }

    /// <summary>Takes a withdrawn case up again.</summary>
    public async Task<IActionResult> OnPostReviveAsync(CancellationToken cancellation)
    {
        var outcome = await revive.HandleAsync(Key, cancellation);
        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            Done = "已恢复填报，内容与撤回前相同。";
            return Redirect(Home);
        }

        Refuse(outcome.Errors);
        await FillAsync(cancellation);
        return Page();
    }

    /// <summary>Turns 新申报 into 对标 or the other way round.</summary>
    public async Task<IActionResult> OnPostPurposeAsync(DeclarationPurpose purpose, CancellationToken cancellation)
    {
        var outcome = await change.HandleAsync(new ChangePurpose(Key, purpose), cancellation);
        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            Done = $"申报类别已改为“{CaseWords.Of(purpose)}”，已填写的内容和材料均保留。";
            return Redirect(Home);
        }

        Refuse(outcome.Errors);
        await FillAsync(cancellation);
        return Page();
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        IsSigner = access.Scope.ActorOn(Work.Declaration).Roles.Contains(Role.ApplicantSigner);
        Steps = await steps.ReadAsync(Work.Declaration, [CaseAction.Withdraw, CaseAction.Revive], new StepKnown { Work = Work }, cancellation);
        People = await people.ReadAsync(Work.Organisation.Id, cancellation);
        Tasks = CaseTasks.Of(Work, IsSigner, People.FirstOrDefault(person => person.Role is Role.ApplicantSigner)?.Name, clock.GetUtcNow());
        Gains = [.. ScoreGains.Of(Work, 5).Select(gain => new Gain(gain.What, CaseTasks.PathOf(Work, gain.Indicator), gain.Points, gain.AtMost, gain.Detail))];
        if (Work.Declaration.State is CaseState.Draft)
        {
            var standing = await register.ReadAsync(Work.Organisation.Id, clock.GetUtcNow(), cancellation);
            Refusal = standing.Refuses(Work.Declaration.Purpose);
            Other = Enum.GetValues<DeclarationPurpose>().Where(purpose => purpose != Work.Declaration.Purpose && standing.Refuses(purpose) is null).Select(purpose => (DeclarationPurpose?)purpose).FirstOrDefault();
        }

        Timeline = CaseTimeline.Of(Work, await timeline.ReadAsync(Key, cancellation));
    }
}
