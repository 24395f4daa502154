using MimeKit;

namespace GreenFactory.Testing;

/// <summary>The letters that a portal under test has written into its data folder.</summary>
public static class Letters
{
    /// <summary>The latest link to a page in the letters to somebody; waits for it up to a minute.</summary>
    /// <param name="host">The portal.</param>
    /// <param name="email">Whose letters.</param>
    /// <param name="page">Address of the page, such as <c>/account/confirm</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<string> LinkAsync(this PortalHost host, string email, string page, CancellationToken cancellation)
    {
        for (var i = 0; i < 240; i++)
        {
            if (Texts(host, email).Where(text => text.Contains(page, StringComparison.Ordinal)).LastOrDefault() is { } found)
            {
                return found[found.IndexOf(page, StringComparison.Ordinal)..].Split('\n', '\r')[0].Trim();
            }

            await Task.Delay(250, cancellation);
        }

        throw new InvalidOperationException($"No letter to {email} leads to {page}.");
    }

    /// <summary>The texts of the letters to somebody, in the order in which they were written.</summary>
    public static IReadOnlyList<string> Texts(PortalHost host, string email) =>
    [
        .. Directory.EnumerateFiles(host.DataFolder, "*.eml", SearchOption.AllDirectories)
            .OrderBy(File.GetLastWriteTimeUtc)
            .Select(file => MimeMessage.Load(file))
            .Where(letter => letter.To.Mailboxes.Any(box => box.Address == email))
            .Select(letter => letter.TextBody ?? ""),
    ];
}
