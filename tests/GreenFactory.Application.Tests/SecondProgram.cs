using System.Diagnostics;
using System.Globalization;
using GreenFactory.Testing;
using Xunit;

namespace GreenFactory.Application.Tests;

/// <summary>tools/recompute.mjs, which shares nothing with the portal.</summary>
internal static class SecondProgram
{
    /// <summary>The program finds nothing wrong in a case file and comes to the same total.</summary>
    public static async Task RecomputesAsync(string file, decimal total, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.json");
        await File.WriteAllTextAsync(path, file, cancellation);
        var start = new ProcessStartInfo("node", [Path.Combine(RepositoryFolder.Root, "tools", "recompute.mjs"), path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync(cancellation);
        var output = await program.StandardOutput.ReadToEndAsync(cancellation);
        await program.WaitForExitAsync(cancellation);
        File.Delete(path);
        Assert.True(program.ExitCode == 0, output + await errors);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"总分 {total:0.############}，"), output, StringComparison.Ordinal);
    }
}
