namespace GreenFactory.Web.Face.Shell;

/// <summary>The desks and what stands in their navigation, in one place.</summary>
public static class DeskNavigation
{
    /// <summary>Every desk.</summary>
    public static IReadOnlyList<DeskMenu> All { get; } =
    [
        new("Apply", "企业、园区申报",
        [
            new("我的申报", "/Apply"),
            new("消息", "/Apply/Messages", "messages"),
            new("本单位", "/Apply/Organisation"),
        ]),
        new("District", "区县初审",
        [
            new("工作队列", "/District", "queue"),
            new("现场核实", "/District/Visits", "visits"),
            new("部门意见", "/District/Opinions", "opinions"),
            new("推荐与报送", "/District/Recommendations"),
            new("名录管理", "/District/List"),
            new("认领审批", "/District/Claims", "claims"),
        ]),
        new("Departments", "部门意见",
        [
            new("待办意见", "/Departments", "opinions"),
        ]),
        new("City", "市级评审",
        [
            new("总览", "/City"),
            new("符合性审查", "/City/Compliance", "compliance"),
            new("专家评审", "/City/Panels"),
            new("排名与入围", "/City/Ranking"),
            new("公示与异议", "/City/Notices", "objections"),
            new("发布", "/City/Publication"),
            new("名录管理", "/City/List"),
        ]),
        new("Experts", "专家评审",
        [
            new("我的评审", "/Experts", "assignments"),
        ]),
        new("Admin", "平台管理",
        [
            new("批次", "/Admin/Campaigns"),
            new("放假安排", "/Admin/Holidays"),
            new("规则集", "/Admin/Rules"),
            new("数值核对", "/Admin/Values"),
            new("单位与用户", "/Admin/Users"),
            new("公告", "/Admin/Announcements"),
            new("未送达邮件", "/Admin/Letters"),
            new("日志", "/Admin/Log"),
        ]),
    ];

    /// <summary>The desk a path belongs to; null for public and account pages.</summary>
    public static DeskMenu? For(string path) => All.FirstOrDefault(desk =>
        path.StartsWith("/" + desk.Folder, StringComparison.OrdinalIgnoreCase)
        && (path.Length == desk.Folder.Length + 1 || path[desk.Folder.Length + 1] == '/'));

    /// <summary>
    /// The layout of a page by its folder: a desk's pages in the application bar, account pages in the application bar for a
    /// signed-in user and in the sign-in frame otherwise, all others in the public frame.
    /// </summary>
    /// <param name="pagePath">Path of the page file without extension, e.g. <c>/District/Index</c>.</param>
    /// <param name="signedIn">Whether somebody is signed in.</param>
    public static string LayoutOf(string pagePath, bool signedIn) =>
        For(pagePath) is not null ? "_DeskLayout"
        : !pagePath.StartsWith("/Account/", StringComparison.OrdinalIgnoreCase) ? "_Layout"
        : signedIn ? "_DeskLayout" : "_SignInLayout";
}
