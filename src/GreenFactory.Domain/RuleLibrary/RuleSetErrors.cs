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

    /// <summary>Retiring needs a reason.</summary>
    public static Error ReasonMissing { get; } = new("rule_set.reason", "请写明停用的原因，5 至 500 字。", "Reason");

    /// <summary>A draft stays a version of the same set.</summary>
    public static Error OtherSet { get; } = new("rule_set.other_set", "草稿的规则集代码和版本号不能改变；要用别的版本号，请新建一个版本。");
}
