namespace GreenFactory.Testing;

/// <summary>The machine's time as a test sets it: it stands still until it is advanced. Its timers go off at once and are noted, so that a wait costs no time.</summary>
public sealed class MachineClock : TimeProvider
{
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = System.GetUtcNow();

    /// <summary>The waits that were asked for, in their order.</summary>
    public IReadOnlyList<TimeSpan> Waits => waits;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => now += time;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
