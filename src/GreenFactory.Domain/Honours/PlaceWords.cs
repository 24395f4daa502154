namespace GreenFactory.Domain.Honours;

/// <summary>A place of a year explained to people, in Chinese.</summary>
public static class PlaceWords
{
    /// <summary>Rank, population and percentile, and what follows from the run.</summary>
    public static string Of(int year, YearlyPlace place, int run)
    {
        var tied = place.Tied > 1 ? $"，同分 {place.Tied} 家" : "";
        var share = $"得分不高于本单位的占 {place.Percentile:0.##}%，后5%为 {place.BottomPlaces} 家";
        return $"{year}年度对标得分 {place.Points:0.00}，在同一规则集版本的 {place.Population} 家中居第 {place.Rank} 名{tied}；{share}，{(place.IsBottom ? "处于后5%" : "不在后5%")}。"
            + (BottomRun.Words(run) is { } words ? $"{words}。" : "");
    }

    /// <summary>A way to round.</summary>
    public static string Of(ShareRounding rounding) => rounding switch
    {
        ShareRounding.Down => "舍去（19 家的 5% 为 0.95 家，按 0 家）",
        ShareRounding.Nearest => "四舍五入（19 家按 1 家，9 家按 0 家）",
        ShareRounding.Up => "进位（19 家按 1 家，1 家也按 1 家）",
        _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, null),
    };
}
