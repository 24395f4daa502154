namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>Looks after a running server: when it ends without having been told to, it is started again on the same port, with growing pauses while that fails.</summary>
internal sealed class PostmasterWatch(Postmaster postmaster, int port, EmbeddedPostgresOptions options, Action restarted)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Watches until told to stop; never fails.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Interval, stop);
                if (!await postmaster.IsRunningAsync(stop)) await RestartAsync(stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends and stops the server itself.
        }
    }

    private async Task RestartAsync(CancellationToken stop)
    {
        options.Report?.Invoke("PostgreSQL ended by itself; it is being started again.");
        for (var pause = Interval; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await postmaster.ClearRemainsAsync(stop);
                await postmaster.StartAsync(port, options.Durable, options.Preloaded, stop);
                restarted();
                options.Report?.Invoke("PostgreSQL serves again.");
                return;
            }
            catch (EmbeddedPostgresException exception)
            {
                options.Report?.Invoke($"PostgreSQL did not start again and is tried in {pause.TotalSeconds:0.#} s. {exception.Message}");
                await Task.Delay(pause, stop);
            }
        }
    }
}
