using System.Globalization;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;

namespace GreenFactory.Application.Declarations.Form;

/// <summary>How an answer of the profile is entered.</summary>
public enum ProfileFieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>One question of the profile.</summary>
/// <param name="Code">Name of the answer.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Kind">How it is entered.</param>
/// <param name="Max">Most characters.</param>
public sealed record ProfileField(string Code, string Label, ProfileFieldKind Kind, int Max = 100)
{
    /// <summary>Options of a choice.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Unit of a number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How to fill it in.</summary>
    public string Help { get; init; } = "";

    /// <summary>Whether the declaration is incomplete without it.</summary>
    public bool Required { get; init; } = true;

    /// <summary>The least a number can be; null for any.</summary>
    public decimal? Min { get; init; }

    /// <summary>Whether a number counts something and has no decimals.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What is wrong with an answer and what to do; null where it can stand. Whatever is typed is saved; the declaration waits until nothing is wrong.</summary>
    public string? Refuse(string text) => Kind switch
    {
        _ when WrittenText.Count(text) > Max => $"“{Label}”最多 {Max} 字，现在有 {WrittenText.Count(text)} 字，请删减。",
        ProfileFieldKind.Choice when !Options.Contains(text) => $"“{Label}”请从列表中选择。",
        ProfileFieldKind.Email when !MailboxName.IsWhole(text) => $"“{text}”不是完整的邮箱地址。{MailboxName.HowToWrite}",
        ProfileFieldKind.Telephone when !TelephoneNumber.CanBeDialled(text) => $"“{text}”不是可以拨打的号码。{TelephoneNumber.HowToWrite}",
        ProfileFieldKind.Number => RefuseNumber(text),
        _ => null,
    };

    private string? RefuseNumber(string text) =>
        !TypedText.TryReadNumber(text, out var number, out var complaint) ? complaint
        : number < Min ? $"“{Label}”不能小于 {Written(Min.Value)} {Unit}，现为 {Written(number)}，请核对。"
        : IsWhole && !decimal.IsInteger(number) ? $"“{Label}”应为整数，现为 {Written(number)}，请核对。"
        : null;

    private static string Written(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}

/// <summary>
/// The questions about the unit itself. Factories: 企业基本信息表 of the 绿色工厂申报表. Parks: 绿色工业园区自评价报告 (工业和信息化部), first part.
/// </summary>
public static class ProfileFields
{
    private static readonly ProfileField[] Contact =
    [
        new("department", "申报工作联系部门", ProfileFieldKind.Text, 50),
        new("contact", "联系人", ProfileFieldKind.Text, 30),
        new("phone", "联系电话", ProfileFieldKind.Telephone, TelephoneNumber.MostCharacters) { Help = "手机或区号加座机，例如 023-12345678 转 801。" },
        new("email", "联系邮箱", ProfileFieldKind.Email),
    ];

    private static readonly ProfileField[] Factory =
    [
        new("address", "通讯地址", ProfileFieldKind.Text, 200) { Help = "省、市、区县和详细地址。" },
        new("ownership", "单位性质", ProfileFieldKind.Choice) { Options = ["国有央企", "国有其它", "合资企业", "民营企业", "外资企业"] },
        .. Contact,
        new("process", "企业工艺情况简介", ProfileFieldKind.LongText, 200) { Help = "主要产品、主要生产工艺和装备。" },
        new("green", "企业绿色发展情况简要介绍", ProfileFieldKind.LongText, 500),
    ];

    private static readonly ProfileField[] Park =
    [
        new("address", "通讯地址", ProfileFieldKind.Text, 200) { Help = "省、市、区县和详细地址。" },
        new("level", "园区级别", ProfileFieldKind.Choice) { Options = ["国家级", "省级（市级）"] },
        new("type", "园区类型", ProfileFieldKind.Choice)
        {
            Options = ["经济技术开发区", "高新技术产业开发区", "保税区", "边境经济合作区", "出口加工区", "保税港区", "新区", "自贸区", "省级开发区"],
        },
        new("manager", "园区负责人及职务", ProfileFieldKind.Text, 60),
        new("body", "统一管理机构名称", ProfileFieldKind.Text),
        new("industries", "主导产业", ProfileFieldKind.Text, 200),
        new("area", "园区用地面积", ProfileFieldKind.Number) { Unit = "km²", Min = 0m },
        new("enterprises", "入驻企业数量", ProfileFieldKind.Number) { Unit = "家", Min = 1m, IsWhole = true },
        .. Contact,
        new("summary", "园区简介", ProfileFieldKind.LongText, 500),
        new("achievements", "创建经验及成效", ProfileFieldKind.LongText, 1000),
    ];

    /// <summary>The questions of every kind of organisation.</summary>
    public static IEnumerable<ProfileField> All => Factory.Concat(Park);

    /// <summary>The questions for a kind of organisation, in the order of the form.</summary>
    public static IReadOnlyList<ProfileField> For(OrganisationKind kind) => kind is OrganisationKind.Factory ? Factory : Park;
}
