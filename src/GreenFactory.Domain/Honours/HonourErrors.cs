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
    public static Error NoticeStanding { get; } = new("notice.standing", "本批次已有正在公示的名单，发布后才能再次公示；只有递补空出名额的单位可以在此期间补充公示。");

    /// <summary>An addition is published after the notice it adds to.</summary>
    public static Error EarlierNoticeFirst(string title) => new("publication.earlier_first", $"请先发布“{title}”的名单，再发布它的递补名单。");

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

    /// <summary>A 文号 belongs to one document.</summary>
    public static Error NumberTaken(string number, string title, DateOnly publishedOn) => new(
        "publication.number_taken", $"文号“{number}”已用于“{title}”（{publishedOn:yyyy-MM-dd} 发布），一个文号只用于一份文件，没有发布。请核对文号。", "DocumentNumber");

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

    /// <summary>A unit of the list does not enter it anew.</summary>
    public static Error AlreadyListed(ListedHonour listed) => new(
        "register.already_listed",
        $"本单位已是{HonourWords.Of(listed.Level)}{HonourWords.Of(listed.Kind)}（{listed.Year}年列入，证书编号 {listed.CertificateNumber}），不能新申报，请选择“自评价对标”；已建立、尚未提交的新申报可以在申报首页改为自评价对标。");

    /// <summary>Benchmarking is for units of the list.</summary>
    public static Error NeverListed { get; } = new(
        "register.not_listed", "名录中没有本单位的统一社会信用代码，不能自评价对标，请选择“新申报”；已建立、尚未提交的对标可以在申报首页改为新申报。确已列入名录的，请联系所在区县核对代码。");

    /// <summary>A barred unit does not go on to the list unless the city recorded an exception.</summary>
    public static Error BarredCase(ListBar bar) => new(
        "register.barred_case", $"{bar.Sentence}。符合性审查中没有市级同意继续的记录，不能列入。");

    /// <summary>Removed from the list, or excluded on an upheld objection, less than three years ago.</summary>
    public static Error Barred(ListBar bar) => new("register.barred", $"{bar.Sentence}。对此有疑问的，请联系市级部门。");

    /// <summary>Reminders are for the time in which a unit can still benchmark.</summary>
    public static Error BenchmarkingClosed { get; } = new("benchmark.closed", "本批次不在对标填报的时间内，不能提醒。填报截止后仍未对标的单位，可以提出移出建议。");

    /// <summary>Nobody is left to remind.</summary>
    public static Error NobodyToRemind { get; } = new("benchmark.nobody", "没有需要提醒的单位：名单中的单位都已提交，或者今天已经提醒过。");
}
