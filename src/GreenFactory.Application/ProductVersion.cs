using System.Reflection;

namespace GreenFactory.Application;

/// <summary>The version of the program, as <c>Directory.Build.props</c> says, with the commit it was built from.</summary>
public static class ProductVersion
{
    private const int CommitDigits = 8;

    /// <summary>Such as <c>1.0.0</c>, or <c>1.0.0 (3f2a9c1e)</c> where the commit is known.</summary>
    public static string Text { get; } = Read(typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    private static string Read(string full) =>
        full.Split('+') is [var version, { Length: >= CommitDigits } commit] ? $"{version} ({commit[..CommitDigits]})" : full.Split('+')[0];
}
