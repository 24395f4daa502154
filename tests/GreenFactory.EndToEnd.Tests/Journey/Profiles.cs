namespace GreenFactory.EndToEnd.Tests.Journey;

/// <summary>What the people of a journey say about their unit, by the field's name.</summary>
internal static class Profiles
{
    /// <summary>A cement works.</summary>
    public static IReadOnlyDictionary<string, string> Factory { get; } = new Dictionary<string, string>
    {
        ["address"] = "重庆市涪陵区龙河路 8 号",
        ["ownership"] = "民营企业",
        ["department"] = "环境与能源管理部",
        ["contact"] = "周工",
        ["phone"] = "（023）72000000转801",
        ["email"] = "energy@longhe.example",
        ["process"] = "石灰石破碎、生料粉磨、熟料煅烧（新型干法，日产 5000 吨）、水泥粉磨。",
        ["green"] = "建成余热发电和能碳管理平台，原料替代率逐年提高，近三年单位产品能耗持续下降。",
    };

    /// <summary>A park, with figures as people type them.</summary>
    public static IReadOnlyDictionary<string, string> Park { get; } = new Dictionary<string, string>
    {
        ["address"] = "重庆市涪陵区园区大道 1 号",
        ["level"] = "省级（市级）",
        ["type"] = "省级开发区",
        ["manager"] = "唐素清，管委会主任",
        ["body"] = "园区管理委员会（演示）",
        ["industries"] = "材料、装备制造、食品",
        ["area"] = "９.5",
        ["enterprises"] = "1,120",
        ["department"] = "产业发展部",
        ["contact"] = "何工",
        ["phone"] = "023-72000001",
        ["email"] = "green@park.example",
        ["summary"] = "园区以产品制造为主，设有集中供热和污水处理设施。",
        ["achievements"] = "建成能碳管理平台，工业固体废物综合利用率持续提高。",
    };
}
