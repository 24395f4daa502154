using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>
/// A migration that went out with a release stands on servers that already ran it, so it is never edited: <c>migrations.released</c> holds
/// one line per file, "sha256 name", appended at a release.
/// </summary>
public sealed class ReleasedMigrationTests
{
    private const string Folder = "src/GreenFactory.Application/Data/Migrations/";
    private const string List = "tests/GreenFactory.Architecture.Tests/migrations.released";

    [Fact]
    public void Released_migrations_are_as_they_were()
    {
        var wrong = Repository.Read(List).Split('\n')
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(' ', 2))
            .Where(entry => !IsUnchanged(entry[1], entry[0]))
            .Select(entry => $"{entry[1]} was released and is no longer what it was; put it back and add a new migration");
        Findings.AssertNone(wrong);
    }

    [Fact]
    public void An_edited_or_missing_file_is_noticed()
    {
        var file = Path.GetFileName(List);
        Assert.False(IsUnchanged(file, new string('0', 64)));
        Assert.False(IsUnchanged("19700101000000_Never.cs", new string('0', 64)));
    }

    private static bool IsUnchanged(string name, string hash)
    {
        var path = Path.Combine(Repository.Root, Folder, name);
        return File.Exists(path) && Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText(path)))) == hash;
    }
}
