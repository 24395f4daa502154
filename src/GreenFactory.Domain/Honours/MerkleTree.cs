using System.Text;
using GreenFactory.Domain.Transparency;

namespace GreenFactory.Domain.Honours;

/// <summary>One step from a leaf towards the root.</summary>
/// <param name="Hash">Hash of the neighbour, 64 lower-case hexadecimal digits.</param>
/// <param name="OnLeft">Whether the neighbour stands on the left.</param>
public sealed record MerkleStep(string Hash, bool OnLeft);

/// <summary>
/// A <see cref="HashTree"/> over the rows of a list, in the hexadecimal words of its document, so that one row can be proved to be in a list
/// of which only the root is known.
/// </summary>
public static class MerkleTree
{
    /// <summary>Hash of a row: SHA-256 of a zero byte and the row's canonical text in UTF-8, in lower-case hexadecimal.</summary>
    public static string LeafHash(string row) => Convert.ToHexStringLower(HashTree.LeafHash(Encoding.UTF8.GetBytes(row)));

    /// <summary>Root over leaf hashes in their order. The root of an empty list is SHA-256 of nothing.</summary>
    public static string Root(IReadOnlyList<string> leaves) => Convert.ToHexStringLower(HashTree.Root([.. leaves.Select(Convert.FromHexString)]));

    /// <summary>The neighbours that lead from one leaf to the root, the lowest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static IReadOnlyList<MerkleStep> Proof(IReadOnlyList<string> leaves, int index)
    {
        var (node, last) = (index, leaves.Count - 1);
        var steps = new List<MerkleStep>();
        foreach (var neighbour in HashTree.InclusionProof([.. leaves.Select(Convert.FromHexString)], index))
        {
            // A node without a neighbour on its right rises until it has one on its left.
            while ((node & 1) == 0 && node == last)
            {
                (node, last) = (node >> 1, last >> 1);
            }

            steps.Add(new MerkleStep(Convert.ToHexStringLower(neighbour), OnLeft: (node & 1) == 1));
            (node, last) = (node >> 1, last >> 1);
        }

        return steps;
    }

    /// <summary>Whether a row with its proof leads to the root.</summary>
    public static bool Verify(string row, IReadOnlyList<MerkleStep> proof, string root)
    {
        var hash = Convert.FromHexString(LeafHash(row));
        foreach (var step in proof)
        {
            var neighbour = Convert.FromHexString(step.Hash);
            hash = step.OnLeft ? HashTree.NodeHash(neighbour, hash) : HashTree.NodeHash(hash, neighbour);
        }

        return Convert.ToHexStringLower(hash) == root;
    }
}
