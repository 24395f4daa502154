using System.Runtime.InteropServices;
using System.Text;

namespace GreenFactory.Infrastructure.Files;

/// <summary>Makes a folder's entries survive a power cut, which .NET has no call for.</summary>
internal static class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Writes the folder's entries to disk; does nothing where the system has no such operation (Windows).</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    internal static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (descriptor < 0)
            throw new IOException($"Cannot open folder '{folder}' to flush it: error {Marshal.GetLastPInvokeError()}.");
        try
        {
            if (FileSync(descriptor) != 0)
                throw new IOException($"Cannot flush folder '{folder}': error {Marshal.GetLastPInvokeError()}.");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FileSync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
