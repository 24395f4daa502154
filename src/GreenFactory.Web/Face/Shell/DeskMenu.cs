namespace GreenFactory.Web.Face.Shell;

/// <summary>One entry of a desk's navigation.</summary>
/// <param name="Label">What the user reads.</param>
/// <param name="Path">Address of the page, without the application's path base.</param>
/// <param name="CountKey">Which of <see cref="DeskContext.Counts"/> stands beside the label; null for none.</param>
public sealed record DeskMenuItem(string Label, string Path, string? CountKey = null);

/// <summary>The working place of one kind of user: a folder of pages and its navigation.</summary>
/// <param name="Folder">First segment of the addresses that belong to the desk.</param>
/// <param name="Name">What the user reads beside the organisation.</param>
/// <param name="Items">Navigation in its order; the first is the desk's home.</param>
public sealed record DeskMenu(string Folder, string Name, IReadOnlyList<DeskMenuItem> Items)
{
    /// <summary>Address of the desk's home.</summary>
    public string Home => Items[0].Path;

    /// <summary>The item a path belongs to: the one whose address is the longest prefix of it.</summary>
    public DeskMenuItem? Current(string path) => Items
        .Where(item => IsUnder(path, item.Path))
        .MaxBy(item => item.Path.Length);

    private static bool IsUnder(string path, string folder) =>
        path.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
        && (path.Length == folder.Length || path[folder.Length] == '/');
}
