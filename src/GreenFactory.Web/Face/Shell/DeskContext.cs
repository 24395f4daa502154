namespace GreenFactory.Web.Face.Shell;

/// <summary>
/// Who sits at the desk: what the application bar shows besides its navigation. It is put on the request by whoever knows
/// (<c>HttpContext.Features.Set(new DeskContext(…))</c>); without it the bar shows the name of the signed-in identity.
/// </summary>
/// <param name="UserName">The person's name.</param>
/// <param name="Organisation">Short name of the organisation they act for; empty when none.</param>
/// <param name="Year">Year of the campaign in hand; null leaves it out.</param>
/// <param name="Counts">Open items by <see cref="DeskMenuItem.CountKey"/>; absent or zero shows nothing.</param>
/// <param name="Folders">Folders of all desks this person may use; more than one shows them in the user menu.</param>
public sealed record DeskContext(
    string UserName,
    string Organisation,
    int? Year,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<string> Folders)
{
    /// <summary>The context of this request, or one made from the signed-in identity alone.</summary>
    public static DeskContext Of(HttpContext http) =>
        http.Features.Get<DeskContext>()
        ?? new DeskContext(http.User.Identity?.Name ?? string.Empty, string.Empty, null, new Dictionary<string, int>(), []);

    /// <summary>How many messages wait unread.</summary>
    public int UnreadMessages => Counts.GetValueOrDefault("messages");

    /// <summary>The desk of this request: by its path, else the first the person may use.</summary>
    public DeskMenu? DeskFor(string path) =>
        DeskNavigation.For(path) ?? DeskNavigation.All.FirstOrDefault(desk => Folders.Contains(desk.Folder, StringComparer.OrdinalIgnoreCase));

    /// <summary>The number beside a navigation item; null when there is none to show.</summary>
    public int? CountOf(DeskMenuItem item) =>
        item.CountKey is { } key && Counts.TryGetValue(key, out var count) && count > 0 ? count : null;
}
