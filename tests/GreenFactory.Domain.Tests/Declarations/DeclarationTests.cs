using GreenFactory.Domain.Declarations;

namespace GreenFactory.Domain.Tests.Declarations;

/// <summary>What a case is judged by stays once it is submitted.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void A_submitted_case_changes_neither_its_rule_set_nor_its_kind()
    {
        var draft = Invented.Case();
        Assert.True(draft.ChooseRuleSet(new(Guid.NewGuid()), "3011", "通用").Succeeded);
        var submitted = Invented.Submitted();
        Assert.Equal(DeclarationErrors.RuleSetFixed, submitted.ChooseRuleSet(new(Guid.NewGuid()), "3011", "换一个").Error);
        Assert.Equal(DeclarationErrors.PurposeFixed, submitted.ChangePurpose(DeclarationPurpose.Benchmark).Error);
        Assert.False(submitted.IsEditable);
    }
}
