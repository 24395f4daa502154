using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Xunit;

namespace GreenFactory.Domain.Tests.Declarations;

/// <summary>A case takes the steps of its table and no other, by the roles of the table and with every guard proved.</summary>
public sealed class CaseTransitionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 6, 2, 0, 0, TimeSpan.Zero);
    private static readonly CaseGuard[] Everything = Enum.GetValues<CaseGuard>();

    [Fact]
    public void Every_step_that_the_table_lacks_is_refused_whoever_asks_and_whatever_is_proved()
    {
        var (refused, taken) = (0, 0);
        foreach (var (state, action, purpose, role) in
                 from state in Enum.GetValues<CaseState>()
                 from action in Enum.GetValues<CaseAction>()
                 from purpose in Enum.GetValues<DeclarationPurpose>()
                 from role in Enum.GetValues<Role>()
                 select (state, action, purpose, role))
        {
            var step = CaseTransitions.All.SingleOrDefault(row => row.From == state && row.Action == action && (row.Purpose is null || row.Purpose == purpose));
            var declaration = At(state, purpose);
            var outcome = declaration.Take(action, Acting(role), Everything, Now);
            if (step?.Roles.Contains(role) is true)
            {
                Assert.True(outcome.Succeeded, $"{state} {action} {purpose} {role}");
                Assert.Equal((step.To, Now), (declaration.State, declaration.StateSince));
                taken++;
            }
            else
            {
                Assert.Equal(step is null ? DeclarationErrors.NoSuchStep(state, action) : DeclarationErrors.NotYourRole(action), outcome.Error);
                Assert.Equal((state, default), (declaration.State, declaration.StateSince));
                refused++;
            }
        }

        Assert.True(taken > 60 && refused > 6000, $"{taken} taken, {refused} refused");
    }

    [Fact]
    public void Each_guard_of_each_step_refuses_alone_and_is_named()
    {
        foreach (var (step, missing) in CaseTransitions.All.SelectMany(step => step.Guards.Select(guard => (step, guard))))
        {
            var declaration = At(step.From, step.Purpose ?? DeclarationPurpose.NewEntry);
            var outcome = declaration.Take(step.Action, Acting(step.Roles[0]), [.. Everything.Where(guard => guard != missing)], Now);
            Assert.Equal(DeclarationErrors.GuardNotMet(missing), Assert.Single(outcome.Errors));
            Assert.Equal(step.From, declaration.State);
        }
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once_and_what_no_step_asks_for_is_not()
    {
        foreach (var step in CaseTransitions.All.Where(step => step.Guards.Count > 0))
        {
            var outcome = At(step.From, step.Purpose ?? DeclarationPurpose.Benchmark).Take(step.Action, Acting(step.Roles[0]), [.. Everything.Except(step.Guards)], Now);
            Assert.Equal(step.Guards.Select(DeclarationErrors.GuardNotMet), outcome.Errors);
        }
    }

    [Fact]
    public void Whoever_decides_on_a_case_at_the_district_or_the_city_decides_with_four_eyes()
    {
        CaseAction[] carriedOut = [CaseAction.Report, CaseAction.CompleteAssessment, CaseAction.OpenNotice, CaseAction.Publish, CaseAction.Disqualify];
        Assert.All(
            CaseTransitions.All.Where(step => !step.Roles.Contains(Role.ApplicantSigner) && !carriedOut.Contains(step.Action) && !step.Guards.Contains(CaseGuard.UnitBarred)),
            step => Assert.Contains(CaseGuard.FourEyes, step.Guards));
        Assert.Equal([Desk.Apply], FourEyesRule.DesksBefore(Desk.District));
        Assert.Equal([Desk.Apply, Desk.District], FourEyesRule.DesksBefore(Desk.City));
        Assert.Equal([Desk.Apply, Desk.District], FourEyesRule.DesksBefore(Desk.Experts));
    }

    [Theory]
    [InlineData(CaseAction.Withdraw, "不申报", "不申报了")]
    [InlineData(CaseAction.SendBack, "请重新核", "请重新核定")]
    [InlineData(CaseAction.Shortlist, "优", "优秀")]
    [InlineData(CaseAction.Recommend, " \u200b ", "优")]
    public void A_reason_says_something_and_what_cannot_be_seen_says_nothing(CaseAction action, string tooShort, string enough)
    {
        var reason = StepReason.Of(action);
        Assert.False(reason.IsMetBy(null));
        Assert.False(reason.IsMetBy(tooShort));
        Assert.True(reason.IsMetBy(enough));
        Assert.False(reason.IsMetBy(new string('字', reason.Longest + 1)));
    }

    private static CaseActor Acting(Role role) => new(default, [role]);

    /// <summary>A case in a state, however it came there.</summary>
    private static Declaration At(CaseState state, DeclarationPurpose purpose)
    {
        var declaration = (Declaration)Activator.CreateInstance(typeof(Declaration), nonPublic: true)!;
        typeof(Declaration).GetProperty(nameof(Declaration.State))!.SetValue(declaration, state);
        typeof(Declaration).GetProperty(nameof(Declaration.Purpose))!.SetValue(declaration, purpose);
        return declaration;
    }
}
