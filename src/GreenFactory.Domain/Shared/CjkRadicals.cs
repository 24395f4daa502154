using System.Text;

namespace GreenFactory.Domain.Shared;

/// <summary>
/// The ordinary ideographs that stand behind the CJK Radicals Supplement, U+2E80 to U+2EF3. Printed forms and copied text carry the radical
/// where the ideograph was meant (⻓ for 长), and normalisation form KC leaves it. Source: Unicode Character Database, property
/// Equivalent_Unified_Ideograph, version 14.
/// </summary>
internal static class CjkRadicals
{
    private const int First = 0x2E80;

    /// <summary>The ideographs in the order of the radicals; an ideographic space where there is none.</summary>
    private const string Ideographs =
        "　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵　旡日"
        + "月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂"
        + "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝"
        + "雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    private static readonly Rune None = new('\u3000');
    private static readonly Rune[] ByRadical = [.. Ideographs.EnumerateRunes()];

    /// <summary>The ideograph of a radical; every other character is itself.</summary>
    public static Rune Ideograph(Rune rune) =>
        rune.Value - First is >= 0 and var place && place < ByRadical.Length && ByRadical[place] != None ? ByRadical[place] : rune;
}
