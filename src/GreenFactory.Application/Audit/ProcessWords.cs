using GreenFactory.Domain.Users;

namespace GreenFactory.Application.Audit;

/// <summary>Use cases and desks in the words of those who read the log.</summary>
public static class ProcessWords
{
    private static readonly Dictionary<ProcessKind, string> Kinds = new()
    {
        [ProcessKind.RegisterAccount] = "注册账号",
        [ProcessKind.RequestPasswordReset] = "申请重设密码",
        [ProcessKind.ResendConfirmation] = "重发确认邮件",
        [ProcessKind.ResetPassword] = "重设密码",
        [ProcessKind.ChangePassword] = "修改密码",
        [ProcessKind.ClaimOrganisation] = "认领单位",
        [ProcessKind.DecideClaim] = "审批认领",
        [ProcessKind.InviteMember] = "邀请同事",
        [ProcessKind.EndMember] = "移出同事",
        [ProcessKind.GrantRole] = "授予角色",
        [ProcessKind.AppointAdministrator] = "平台运行方任命管理员",
        [ProcessKind.EndRole] = "收回角色",
        [ProcessKind.LockAccount] = "锁定或解锁账号",
        [ProcessKind.StartRestoration] = "发起恢复两步验证",
        [ProcessKind.ConfirmRestoration] = "确认恢复两步验证",
        [ProcessKind.WithdrawRestoration] = "撤回恢复两步验证",
        [ProcessKind.SaveAnnouncement] = "发布公告",
        [ProcessKind.SendLetterAgain] = "重发邮件",
        [ProcessKind.LoadHolidays] = "导入放假安排",
        [ProcessKind.SaveCampaign] = "设置批次",
        [ProcessKind.DraftRuleSet] = "起草规则集",
        [ProcessKind.ImportRuleSet] = "导入规则集",
        [ProcessKind.SaveDraftValues] = "修改规则集草稿",
        [ProcessKind.AcceptGoldenCase] = "认可算例",
        [ProcessKind.ReplaceGoldenCases] = "更换算例",
        [ProcessKind.CheckRuleSet] = "检查规则集",
        [ProcessKind.PublishRuleSet] = "发布规则集",
        [ProcessKind.EndorseRuleSet] = "确认规则集",
        [ProcessKind.CompareValues] = "数值与标准原文核对",
        [ProcessKind.ConfirmValues] = "复核数值",
        [ProcessKind.WithdrawValues] = "撤回数值核对",
        [ProcessKind.RetireRuleSet] = "停用规则集",
        [ProcessKind.DiscardDraft] = "删除规则集草稿",
        [ProcessKind.StartDryRun] = "试算规则集",
        [ProcessKind.BeginDeclaration] = "建立申报",
        [ProcessKind.ChangePurpose] = "更改申报类型",
        [ProcessKind.ChooseRuleSet] = "选择规则集",
        [ProcessKind.SaveSection] = "填写申报",
        [ProcessKind.UploadEvidence] = "上传材料",
        [ProcessKind.RemoveEvidence] = "删除材料",
        [ProcessKind.SubmitDeclaration] = "签署提交",
        [ProcessKind.WithdrawDeclaration] = "撤回申报",
        [ProcessKind.ReviveDeclaration] = "恢复申报",
        [ProcessKind.AnswerChangeRequest] = "答复补正",
        [ProcessKind.TakeCase] = "受理",
        [ProcessKind.AllocateCase] = "分派案件",
        [ProcessKind.ConfirmRuleSet] = "确认规则集适用",
        [ProcessKind.RuleIndicator] = "核定指标",
        [ProcessKind.AcceptUnsignalled] = "认可无信号指标",
        [ProcessKind.PlanVisit] = "安排现场核实",
        [ProcessKind.AddVisitPhoto] = "添加核实照片",
        [ProcessKind.RecordVisit] = "记录现场核实",
        [ProcessKind.AskDepartments] = "征求部门意见",
        [ProcessKind.GiveOpinion] = "部门反馈意见",
        [ProcessKind.RecordOverdue] = "登记逾期未反馈",
        [ProcessKind.ReturnCase] = "退回补正",
        [ProcessKind.ConcludeReview] = "作出初审结论",
        [ProcessKind.ReconsiderCase] = "撤回初审结论",
        [ProcessKind.MoveRecommendation] = "调整推荐次序",
        [ProcessKind.SealDistrictPack] = "封存报送",
        [ProcessKind.DecideCompliance] = "符合性审查",
        [ProcessKind.GrantGrace] = "同意延期",
        [ProcessKind.SetQuota] = "设定名额",
        [ProcessKind.SetAssessmentRule] = "设定评审规则",
        [ProcessKind.AssignExperts] = "分配专家",
        [ProcessKind.DeclareConflict] = "声明回避情况",
        [ProcessKind.SaveAssessment] = "专家评审",
        [ProcessKind.CompleteAssessment] = "完成评审",
        [ProcessKind.DecideSelection] = "确定入围",
        [ProcessKind.TakeBackSelection] = "重新参评",
        [ProcessKind.FillPlace] = "递补",
        [ProcessKind.OpenNotice] = "开启公示",
        [ProcessKind.FileObjection] = "提出异议",
        [ProcessKind.DecideObjection] = "办理异议",
        [ProcessKind.ProposeRemoval] = "建议移出名单",
        [ProcessKind.Publish] = "发布名单",
        [ProcessKind.AddRemovalPaper] = "添加移出材料",
        [ProcessKind.OpenHearing] = "告知拟移出",
        [ProcessKind.AnswerRemoval] = "陈述移出意见",
        [ProcessKind.DecideRemoval] = "决定移出或恢复",
        [ProcessKind.AnnounceRemovals] = "公告移出和恢复",
        [ProcessKind.ProposeRestoration] = "建议恢复列入",
        [ProcessKind.FixBenchmarkYear] = "固定对标位次",
        [ProcessKind.SetBottomRounding] = "设定后5%取整方法",
        [ProcessKind.RecordFalsification] = "登记弄虚作假",
        [ProcessKind.DecideFalsification] = "确认弄虚作假",
        [ProcessKind.RemindBenchmarking] = "提醒对标",
        [ProcessKind.RemindDeadlines] = "提醒申报和补正期限",
        [ProcessKind.PlantSampleYear] = "生成演示年度",
    };

    /// <summary>What was done.</summary>
    public static string Of(ProcessKind kind) => Kinds[kind];

    /// <summary>What was done, by the name that is stored; a name that this version does not know is given as it stands.</summary>
    public static string Of(string stored) => Enum.TryParse<ProcessKind>(stored, out var kind) && Kinds.TryGetValue(kind, out var word) ? word : stored;

    /// <summary>The desk at which it was done, by the name that is stored.</summary>
    public static string OfDesk(string stored) => Enum.TryParse<Desk>(stored, out var desk) ? Of(desk) : stored;

    private static string Of(Desk desk) => desk switch
    {
        Desk.Public => "公众",
        Desk.Account => "账号",
        Desk.Apply => "申报单位",
        Desk.District => "区县",
        Desk.Departments => "部门",
        Desk.City => "市级",
        Desk.Experts => "专家",
        Desk.Admin => "平台管理",
        Desk.Audit => "审计",
        _ => "系统",
    };
}
