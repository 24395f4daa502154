using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Declarations;

/// <summary>The refusals of a case.</summary>
public static class DeclarationErrors
{
    /// <summary>There is no such step from the present state.</summary>
    public static Error NoSuchStep(CaseState state, CaseAction action) =>
        new("case.no_such_step", $"案件当前为“{CaseWords.Of(state)}”，不能“{CaseWords.Of(action)}”。可能已由他人办理，请刷新页面查看。");

    /// <summary>The person's roles do not allow the step.</summary>
    public static Error NotYourRole(CaseAction action) =>
        new("case.not_your_role", $"您的角色不能办理“{CaseWords.Of(action)}”。");

    /// <summary>A condition is not met.</summary>
    public static Error GuardNotMet(CaseGuard guard) =>
        new($"case.guard.{guard}", $"{CaseWords.Missing(guard)}。");

    /// <summary>The case can no longer be edited by the applicant.</summary>
    public static Error NotEditable(CaseState state) =>
        new("case.not_editable", $"案件当前为“{CaseWords.Of(state)}”，不能修改填报内容。");

    /// <summary>New entry or benchmarking cannot be changed any more.</summary>
    public static Error PurposeFixed { get; } = new("case.purpose_fixed", "案件已提交，不能再更改申报类别。需要更改的，请先撤回，恢复填报后再改。");

    /// <summary>The rule set cannot be changed any more.</summary>
    public static Error RuleSetFixed { get; } = new("case.rule_set_fixed", "案件已提交，不能再更换适用的规则集。");
}
