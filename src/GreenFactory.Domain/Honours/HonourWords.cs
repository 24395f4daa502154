using GreenFactory.Domain.Organisations;

namespace GreenFactory.Domain.Honours;

/// <summary>The Chinese words of the list; one term each, as in the glossary.</summary>
public static class HonourWords
{
    /// <summary>The word for a kind of unit.</summary>
    public static string Of(OrganisationKind kind) => kind is OrganisationKind.Park ? "绿色工业园区" : "绿色工厂";

    /// <summary>The word for a level.</summary>
    public static string Of(HonourLevel level) => level is HonourLevel.National ? "国家级" : "市级";

    /// <summary>The word for a state in the list.</summary>
    public static string Of(GreenUnitState state) => state switch
    {
        GreenUnitState.Valid => "有效",
        GreenUnitState.Warned => "预警",
        GreenUnitState.Removed => "已移出",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What an admission to a list of this platform is recorded as.</summary>
    public static string Admission(int year, OrganisationKind kind, string documentNumber) => $"列入{year}年度市级{Of(kind)}（{documentNumber}）";

    /// <summary>The word for an event.</summary>
    public static string Of(GreenUnitEventKind kind) => kind switch
    {
        GreenUnitEventKind.Admitted => "列入",
        GreenUnitEventKind.Renamed => "更名",
        GreenUnitEventKind.Warned => "预警",
        GreenUnitEventKind.Removed => "移出",
        GreenUnitEventKind.Restored => "恢复",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The word for the state of an objection.</summary>
    public static string Of(ObjectionState state) => state switch
    {
        ObjectionState.Received => "已收到",
        ObjectionState.Investigating => "核查中",
        ObjectionState.Upheld => "成立",
        ObjectionState.Dismissed => "不成立",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The legal ground in the words of the notice.</summary>
    public static string Of(RemovalGround ground) => ground switch
    {
        RemovalGround.NoBenchmarking => "未按要求开展自评价对标（通知 二（二））",
        RemovalGround.Fraud => "材料或数据存在造假（通知 二（二））",
        RemovalGround.BottomThreeYears => "得分连续三年处于后5%（通知 二（二））",
        RemovalGround.NotOperating => "未正常经营生产（通知 二（一））",
        RemovalGround.AccidentOrOffence => "发生安全、质量、环境污染等事故或违法违规行为（通知 二（一））",
        RemovalGround.SupervisionFinding => "在督查工作中被发现存在严重问题（通知 二（一））",
        RemovalGround.EnergySupervision => "被列入工业节能监察整改名单且未按要求完成整改（通知 二（一））",
        RemovalGround.DishonestExecutee => "被列为失信被执行人（通知 二（一））",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, null),
    };
}
