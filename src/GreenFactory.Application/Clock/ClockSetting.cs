namespace GreenFactory.Application.Clock;

/// <summary>The single row that holds the offset of a development clock; absent in production.</summary>
public sealed class ClockSetting
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Seconds the product's time is ahead of the machine's.</summary>
    public long OffsetSeconds { get; set; }
}
