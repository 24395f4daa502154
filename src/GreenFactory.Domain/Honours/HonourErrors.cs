using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>The refusals around notice, objection, publication and list.</summary>
public static class HonourErrors
{
    /// <summary>The objection has its decision.</summary>
    public static Error ObjectionDecided { get; } = new("objection.decided", "该异议已办结或已在核查中，请刷新页面查看。");

    /// <summary>Objections are not accepted now.</summary>
    public static Error NoticeNotOpen { get; } = new("notice.not_open", "该公示不在公示期内，不能提交异议。公示期结束后发现问题的，请联系市级部门。");

    /// <summary>A campaign has one notice at a time.</summary>
    public static Error NoticeStanding { get; } = new("notice.standing", "本批次已有正在公示的名单，发布后才能再次公示。");

    /// <summary>Nobody is shortlisted.</summary>
    public static Error NobodyShortlisted { get; } = new("notice.empty", "没有“拟入围”的单位，请先在“排名与入围”确定名单。");

    /// <summary>The final list cannot be published yet.</summary>
    public static Error NoticeRunning { get; } = new("publication.too_early", "公示期未满，不能发布。");

    /// <summary>Objections are open.</summary>
    public static Error ObjectionsOpen(int count) => new("publication.objections_open", $"还有 {count} 件异议未办结，办结后才能发布。");

    /// <summary>A row of the notice is missing from the final list without an explanation.</summary>
    public static Error DifferenceUnexplained(string name) => new("publication.unexplained", $"“{name}”在公示名单中而不在发布名单中，请写明原因。");

    /// <summary>Somebody published the list of this notice before.</summary>
    public static Error AlreadyPublished(string title) => new(
        "publication.already", $"“{title}”的名单已由他人发布，本次操作未保存。请刷新页面查看已发布的名单和证书编号。");

    /// <summary>The notice is not what was signed.</summary>
    public static Error NoticeBroken(string why) => new(
        "publication.notice_broken", $"公示名单没有通过核验，不能据以发布：{why}请立即联系运维和审计人员，保留现场。");

    /// <summary>A row of the notice as registered is not the row that was signed.</summary>
    public static Error NoticeRowChanged(string name) => new(
        "publication.row_changed", $"“{name}”登记的公示内容与签名的公示名单不一致，不能发布。请立即联系运维和审计人员，保留现场。");

    /// <summary>The unit is no longer on the list.</summary>
    public static Error UnitNotListed { get; } = new("unit.not_listed", "该单位已不在名录中。");

    /// <summary>A proposal to remove it stands already.</summary>
    public static Error RemovalProposed { get; } = new("unit.removal_proposed", "该单位已有待办的移除建议。");
}
