namespace GreenFactory.Application.Clock;

/// <summary>
/// The machine's time, which moving the product's clock leaves alone. Whoever is made to wait waits in it: a demonstration set back by a month
/// holds nobody up for a month.
/// </summary>
/// <param name="Provider">The machine's clock and timers.</param>
public sealed record MachineTime(TimeProvider Provider)
{
    /// <summary>Now.</summary>
    public DateTimeOffset Now => Provider.GetUtcNow();
}
