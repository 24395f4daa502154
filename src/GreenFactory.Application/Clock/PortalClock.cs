namespace GreenFactory.Application.Clock;

/// <summary>
/// The product's clock: the machine's time plus an offset that only a development or demonstration deployment can set,
/// kept in the database so that its triggers and every node agree.
/// </summary>
public sealed class PortalClock : TimeProvider
{
    private long offsetTicks;

    /// <summary>How far the product's time is ahead of the machine's.</summary>
    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    /// <summary>A moment of the machine as this clock shows it, so that a page says every hour by one clock.</summary>
    public DateTimeOffset Shown(DateTimeOffset machine) => machine + Offset;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
