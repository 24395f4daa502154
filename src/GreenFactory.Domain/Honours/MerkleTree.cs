using System.Security.Cryptography;
using System.Text;

namespace GreenFactory.Domain.Honours;

/// <summary>One step from a leaf towards the root.</summary>
/// <param name="Hash">Hash of the neighbour, 64 lower-case hexadecimal digits.</param>
/// <param name="OnLeft">Whether the neighbour stands on the left.</param>
public sealed record MerkleStep(string Hash, bool OnLeft);

/// <summary>
/// A hash tree over the rows of a list, built as in RFC 6962 section 2.1 (leaves and nodes are hashed with different first bytes),
/// so that one row can be proved to be in a list of which only the root is known.
/// </summary>
public static class MerkleTree
{
    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    /// <summary>Hash of a row: SHA-256 of a zero byte and the row's canonical text in UTF-8, in lower-case hexadecimal.</summary>
    public static string LeafHash(string row) => Convert.ToHexStringLower(SHA256.HashData([LeafMark, .. Encoding.UTF8.GetBytes(row)]));

    /// <summary>Root over leaf hashes in their order. The root of an empty list is SHA-256 of nothing.</summary>
    public static string Root(IReadOnlyList<string> leaves) =>
        leaves.Count == 0 ? Convert.ToHexStringLower(SHA256.HashData([])) : Convert.ToHexStringLower(Root([.. leaves.Select(Convert.FromHexString)], 0, leaves.Count));

    /// <summary>The neighbours that lead from one leaf to the root, the lowest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static IReadOnlyList<MerkleStep> Proof(IReadOnlyList<string> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var steps = new List<MerkleStep>();
        Collect([.. leaves.Select(Convert.FromHexString)], 0, leaves.Count, index, steps);
        return steps;
    }

    /// <summary>Whether a row with its proof leads to the root.</summary>
    public static bool Verify(string row, IReadOnlyList<MerkleStep> proof, string root)
    {
        var hash = Convert.FromHexString(LeafHash(row));
        foreach (var step in proof)
        {
            var neighbour = Convert.FromHexString(step.Hash);
            hash = step.OnLeft ? Node(neighbour, hash) : Node(hash, neighbour);
        }

        return Convert.ToHexStringLower(hash) == root;
    }

    private static byte[] Root(byte[][] leaves, int start, int count)
    {
        if (count == 1)
        {
            return leaves[start];
        }

        var left = LeftSize(count);
        return Node(Root(leaves, start, left), Root(leaves, start + left, count - left));
    }

    private static void Collect(byte[][] leaves, int start, int count, int index, List<MerkleStep> steps)
    {
        if (count == 1)
        {
            return;
        }

        var left = LeftSize(count);
        if (index < left)
        {
            Collect(leaves, start, left, index, steps);
            steps.Add(new MerkleStep(Convert.ToHexStringLower(Root(leaves, start + left, count - left)), OnLeft: false));
        }
        else
        {
            Collect(leaves, start + left, count - left, index - left, steps);
            steps.Add(new MerkleStep(Convert.ToHexStringLower(Root(leaves, start, left)), OnLeft: true));
        }
    }

    /// <summary>The largest power of two below the count.</summary>
    private static int LeftSize(int count) => (int)(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count) / 2);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodeMark, .. left, .. right]);
}
