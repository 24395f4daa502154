using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>The refusals around confirming values against the text of their standard.</summary>
public static class ValueConfirmationErrors
{
    /// <summary>Four eyes: whoever compared first does not confirm.</summary>
    public static Error SecondPerson { get; } = new("value_confirmation.second_person", "复核必须由首次核对人以外的另一位管理员完成。");

    /// <summary>What is confirmed or withdrawn stays.</summary>
    public static Error Settled { get; } = new("value_confirmation.settled", "这份核对记录已经复核或撤回，请刷新页面。");

    /// <summary>Nothing was chosen.</summary>
    public static Error NoRows { get; } = new("value_confirmation.rows", "请至少勾选一行数值。", "Rows");

    /// <summary>A row changed, or was confirmed meanwhile, or cannot be confirmed.</summary>
    public static Error OtherRows { get; } = new("value_confirmation.other_rows", "勾选的数值中有已经核对、内容已变或不能核对的行，请刷新页面后重新勾选。", "Rows");

    /// <summary>The clause or table in the text.</summary>
    public static Error Clause { get; } = new("value_confirmation.clause", "请写明数值在原文的条款或表号，1 至 100 字。", "Clause");

    /// <summary>The page in the text.</summary>
    public static Error Page { get; } = new("value_confirmation.page", "请写明数值在原文的页码，1 至 50 字。", "Page");

    /// <summary>The scan of the page.</summary>
    public static Error Scan { get; } = new("value_confirmation.scan", "请附原文该页的照片或扫描件。", "Scan");
}
