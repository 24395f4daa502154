namespace GreenFactory.Infrastructure.Pdf;

/// <summary>Finds the browser that prints.</summary>
internal static class ChromiumLocator
{
    /// <summary>The shell without a window prints the same for less processor time; where a system has none, the browser itself does.</summary>
    private static readonly string[] Places =
    [
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    /// <summary>The configured executable or, without one, the first installed; null and an operator's message when there is none.</summary>
    internal static (string? Path, string Problem) Find(string? configured)
    {
        if (configured is not null)
        {
            return File.Exists(configured)
                ? (configured, "")
                : (null, $"Pdf:Chromium names '{configured}', which does not exist. Correct the setting, or remove it to use the installed browser.");
        }

        return Array.Find(Places, File.Exists) is { } found
            ? (found, "")
            : (null, $"No Chromium found at {string.Join(", ", Places)}. Install it (Debian: apt-get install chromium fonts-noto-cjk) or set Pdf:Chromium.");
    }
}
