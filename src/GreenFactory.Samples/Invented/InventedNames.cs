using GreenFactory.Domain.Organisations;

namespace GreenFactory.Samples.Invented;

/// <summary>Names and codes that belong to nobody: every name of a unit ends in 演示.</summary>
internal sealed class InventedNames(Chance chance, int year)
{
    private const string CodeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string OrganisationCheck = "0123456789X";
    private static readonly string[] First = ["澄", "桐", "禾", "岭", "璧", "渡", "砚", "沛", "榕", "岚", "汀", "芷", "曜", "骋", "峙", "屿", "翎", "弈", "朔", "楠", "湄", "锦", "砺", "启", "川", "衡", "垚", "泓", "炘", "钊"];
    private static readonly string[] Second = ["江", "山", "原", "川", "岸", "谷", "源", "程", "远", "恒", "泰", "和", "盛", "宁", "峰", "华", "信", "方", "维", "腾", "辰", "朗", "越", "磊", "禹", "航", "科", "达", "瑞", "融"];
    private static readonly string[] Families = ["冉", "谭", "向", "秦", "牟", "田", "石", "覃", "蒲", "官", "邹", "龚", "晏", "况", "税", "敖", "古", "余", "甘", "舒", "汤", "乐", "母", "代", "夏"];
    private static readonly string[] Given = ["若川", "明溪", "砚秋", "子衡", "云舒", "嘉木", "思远", "景行", "知遥", "承宇", "念慈", "清越", "立夏", "安歌", "书禾", "怀瑾", "亦舟", "望舒", "星野", "予安"];
    private readonly HashSet<string> used = [];
    private readonly int codes = (year % 2 * 500_000) + chance.Below(400_000);
    private int made;

    /// <summary>A factory, by its trade.</summary>
    public string Factory(string trade) => Unused($"重庆{{0}}{trade}有限公司{{1}}（演示）");

    /// <summary>A park of a district.</summary>
    public string Park(string district) => Unused($"重庆{district.TrimEnd('区', '县')}{{0}}工业园区{{1}}（演示）");

    /// <summary>A person.</summary>
    public string Person() => chance.Pick(Families) + chance.Pick(Given);

    /// <summary>A credit code with both check characters in order, another one each time.</summary>
    /// <param name="place">The six digits of a district.</param>
    public CreditCode CreditCode(string place)
    {
        var stem = string.Create(null, $"91{place}MA{(codes + made++) % 1_000_000:D6}");
        return (from organisation in OrganisationCheck
                from check in CodeCharacters
                let read = Domain.Organisations.CreditCode.Parse($"{stem}{organisation}{check}")
                where read.Succeeded
                select read.Value).First();
    }

    private string Unused(string pattern)
    {
        for (var tries = 0; ; tries++)
        {
            var name = string.Format(null, pattern, chance.Pick(First) + chance.Pick(Second), tries < 20 ? "" : string.Create(null, $"第{used.Count}分公司"));
            if (used.Add(name))
            {
                return name;
            }
        }
    }
}
