namespace GreenFactory.Application.Tests.Infrastructure;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("greenfactory-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
