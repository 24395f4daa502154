namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>Files that hold passwords.</summary>
internal static class PrivateFile
{
    /// <summary>Creates or empties a file that only its owner may read.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
