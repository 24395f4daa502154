using System.Diagnostics;
using GreenFactory.Testing;
using Xunit;

namespace GreenFactory.Application.Tests;

/// <summary>Runs a script of the pages by itself, without a browser, to compare what it says with what the server reads.</summary>
internal static class PageScript
{
    /// <summary>What the program prints: <paramref name="before"/>, the script as it ships, <paramref name="after"/>.</summary>
    /// <param name="name">File name of the script.</param>
    /// <param name="before">Stands in for the page.</param>
    /// <param name="after">Uses the script and prints.</param>
    public static async Task<string> RunAsync(string name, string before, string after)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var script = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "src", "GreenFactory.Web", "wwwroot", "js", name), cancellation);
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await node.StandardInput.WriteAsync($"{before}\n{script}\n{after}");
        node.StandardInput.Close();
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(cancellation), node.StandardError.ReadToEndAsync(cancellation));
        await node.WaitForExitAsync(cancellation);
        return node.ExitCode == 0 ? await output : throw new InvalidOperationException(await errors);
    }
}
