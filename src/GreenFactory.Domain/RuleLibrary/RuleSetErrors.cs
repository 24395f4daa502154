using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>The refusals around the life of a rule-set version.</summary>
public static class RuleSetErrors
{
    /// <summary>Only a draft can be changed.</summary>
    public static Error NotADraft { get; } = new("rule_set.not_a_draft", "该版本已经发布，内容不能再改。要更正，请以它为基础新建一个版本。");

    /// <summary>Only a checked version can be published.</summary>
    public static Error NotChecked { get; } = new("rule_set.not_checked", "该版本还没有通过检查，请先运行检查，全部通过后再由另一人发布。");

    /// <summary>Four eyes: whoever wrote it does not publish it.</summary>
    public static Error SecondPerson { get; } = new("rule_set.second_person", "发布必须由编制人以外的另一位管理员完成。");

    /// <summary>Only what is in force can be retired.</summary>
    public static Error NotPublished { get; } = new("rule_set.not_published", "只有已发布的版本可以停用。");

    /// <summary>Retiring, endorsing and taking over a computed result need a reason.</summary>
    public static Error ReasonMissing { get; } = new("rule_set.reason", "请写明理由，5 至 500 字。", "Reason");

    /// <summary>Only what is in force is endorsed for campaigns.</summary>
    public static Error NotForEndorsement { get; } = new("rule_set.not_for_endorsement", "只有已发布且不是官方文本的版本需要确认。");

    /// <summary>One person counts once.</summary>
    public static Error AlreadyEndorsed { get; } = new("rule_set.already_endorsed", "您已经确认过。还需要另一位管理员确认。");

    /// <summary>A version that was published stays.</summary>
    public static Error NotDiscardable { get; } = new("rule_set.not_discardable", "只有尚未发布的版本可以删除。");

    /// <summary>Whether a text can stand as a reason: 5 to 500 characters.</summary>
    public static bool IsReason(string? reason) => WrittenText.IsBetween(reason, 5, 500);

    /// <summary>A draft stays a version of the same set.</summary>
    public static Error OtherSet { get; } = new("rule_set.other_set", "草稿的规则集代码和版本号不能改变；要用别的版本号，请新建一个版本。");
}
