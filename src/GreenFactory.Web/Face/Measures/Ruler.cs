using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Face.Measures;

/// <summary>
/// The 标尺 of one value: left end 基准值 (no points), right end 引领值 (full marks), whichever way the indicator runs.
/// </summary>
/// <param name="Name">What is measured; begins the sentence read to those who do not see the drawing.</param>
/// <param name="Unit">Unit of every number on the ruler; empty for a bare count.</param>
/// <param name="Baseline">基准值; null while the parameter is unconfirmed.</param>
/// <param name="Leading">引领值; null while the parameter is unconfirmed.</param>
/// <param name="Value">The value itself (the applicant's when <see cref="Verified"/> is given).</param>
public sealed record Ruler(string Name, string Unit, decimal? Baseline, decimal? Leading, Reading Value)
{
    /// <summary>Full marks of the indicator, written beside the right end; null leaves points out.</summary>
    public decimal? Points { get; init; }

    /// <summary>The district's value, drawn as a diamond beside the applicant's ring.</summary>
    public Reading? Verified { get; init; }

    /// <summary>Last year's value.</summary>
    public decimal? Previous { get; init; }

    /// <summary>Decimals of the marks (the ends are written as published); null writes as many as the number carries.</summary>
    public int? Decimals { get; init; }

    /// <summary>Where a number lies between the ends: 0 at 基准值, 1 at 引领值, outside beyond; null when the ends are unknown or equal.</summary>
    public decimal? Share(decimal number) =>
        Baseline is { } from && Leading is { } to && from != to ? (number - from) / (to - from) : null;

    /// <summary>A number of this ruler as text, without the unit.</summary>
    public string Write(decimal number) => Decimals is { } places ? NumberText.Fixed(number, places) : NumberText.Natural(number);

    /// <summary>The drawing as a sentence.</summary>
    public string Sentence()
    {
        var ends = Baseline is { } from && Leading is { } to
            ? $"基准值 {NumberText.Natural(from)}，引领值 {NumberText.Natural(to)}{UnitAfterSpace}"
            : "基准值、引领值尚未确认";
        var previous = Previous is { } last ? $"；上年 {Write(last)}" : string.Empty;
        if (Verified is { } verified)
        {
            return $"{Name}：企业申报 {Say(Value)}，区县核定 {Say(verified)}；{ends}{previous}";
        }

        if (!Value.IsKnown)
        {
            return $"{Name}：{Value.Word}；{ends}{previous}";
        }

        var place = Share(Value.Number) switch
        {
            null => string.Empty,
            < 0 => "，未达到基准值",
            >= 1 => "，达到引领值",
            { } share => $"，位于基准值到引领值之间 {NumberText.Fixed(share * 100, 0)}%",
        };
        return $"{Name}：{Write(Value.Number)}{UnitAfterSpace}{place}；{ends}{previous}";
    }

    private string UnitAfterSpace => Unit.Length == 0 || Unit == "%" ? Unit : " " + Unit;

    private string Say(Reading reading) => reading.IsKnown ? Write(reading.Number) : reading.Word;
}
