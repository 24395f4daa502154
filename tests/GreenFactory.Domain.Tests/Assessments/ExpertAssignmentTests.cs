using GreenFactory.Domain.Assessments;

namespace GreenFactory.Domain.Tests.Assessments;

/// <summary>An expert declares once, works only after that, and finishes once.</summary>
public sealed class ExpertAssignmentTests
{
    [Fact]
    public void An_expert_declares_once_and_writes_between_the_declaration_and_the_end()
    {
        var assignment = Assigned();
        Assert.Equal(AssessmentErrors.NotReviewing, assignment.Draft("意见").Error);
        Assert.Equal(AssessmentErrors.NotReviewing, assignment.Finish(Invented.Now).Error);
        Assert.True(assignment.Declare(false, "", Invented.Now).Succeeded);
        Assert.Equal(AssessmentErrors.AlreadyDeclared, assignment.Declare(true, "亲属在该单位任职", Invented.Now).Error);
        Assert.Equal((AssignmentState.Reviewing, ""), (assignment.State, assignment.ConflictReason));
        Assert.True(assignment.Draft(" 意见 ").Succeeded);
        Assert.True(assignment.Finish(Invented.Now).Succeeded);
        Assert.Equal(AssessmentErrors.NotReviewing, assignment.Draft("改意见").Error);
        Assert.Equal("意见", assignment.Comment);
    }

    [Fact]
    public void Who_declared_a_conflict_neither_writes_nor_declares_again()
    {
        var assignment = Assigned();
        Assert.True(assignment.Declare(true, " 亲属在该单位任职 ", Invented.Now).Succeeded);
        Assert.Equal(AssessmentErrors.NotReviewing, assignment.Draft("意见").Error);
        Assert.Equal(AssessmentErrors.AlreadyDeclared, assignment.Declare(false, "", Invented.Now).Error);
        Assert.Equal((AssignmentState.Conflicted, "亲属在该单位任职"), (assignment.State, assignment.ConflictReason));
    }

    private static ExpertAssignment Assigned() =>
        ExpertAssignment.Create(default, Invented.Case(), "重庆测试厂", Invented.Person(9), "何专家", Invented.Now.AddDays(14), Invented.Now);
}
