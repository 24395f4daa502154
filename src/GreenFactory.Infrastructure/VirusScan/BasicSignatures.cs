using GreenFactory.Application.Ports.Files;


namespace GreenFactory.Infrastructure.VirusScan;

/// <summary>The signatures shipped in <c>basic-signatures.csv</c>.</summary>
/// <param name="Patterns">Byte sequences that condemn a file wherever they stand in it.</param>
/// <param name="Hashes">Whole files by SHA-256.</param>
internal sealed record BasicSignatures(IReadOnlyList<(string Name, byte[] Bytes)> Patterns, IReadOnlyDictionary<FileHash, string> Hashes)
{
    private const string Resource = "GreenFactory.Infrastructure.VirusScan.basic-signatures.csv";

    internal static BasicSignatures Shipped { get; } = Read();

    private static BasicSignatures Read()
    {
        using var stream = typeof(BasicSignatures).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        var patterns = new List<(string, byte[])>();
        var hashes = new Dictionary<FileHash, string>();
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            var bytes = Convert.FromHexString(fields[2]);
            if (fields[1] == "sha256")
                hashes.Add(FileHash.FromDigest(bytes), fields[0]);
            else
                patterns.Add((fields[0], bytes));
        }

        return new BasicSignatures(patterns, hashes);
    }
}
