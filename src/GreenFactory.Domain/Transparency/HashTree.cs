using System.Numerics;
using System.Security.Cryptography;

namespace GreenFactory.Domain.Transparency;

/// <summary>
/// Merkle tree of RFC 9162, section 2.1, over SHA-256: roots, inclusion proofs and consistency proofs, and their verification as sections
/// 2.1.3.2 and 2.1.4.2 state it. Leaves are given by their hashes.
/// </summary>
public static class HashTree
{
    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    /// <summary>Hash of an entry: SHA-256 of a zero byte and the entry.</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([LeafMark]);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }

    /// <summary>Hash of a node over its two children: SHA-256 of a one byte and both.</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> node = stackalloc byte[1 + left.Length + right.Length];
        node[0] = NodeMark;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + left.Length)..]);
        return SHA256.HashData(node);
    }

    /// <summary>Root over leaf hashes in their order. The root of an empty tree is SHA-256 of nothing.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leaves)
    {
        var builder = new HashTreeBuilder();
        foreach (var leaf in leaves)
        {
            builder.Append(leaf);
        }

        return builder.Root();
    }

    /// <summary>The hashes that lead from a leaf to the root of the whole tree, the lowest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static IReadOnlyList<byte[]> InclusionProof(IReadOnlyList<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var proof = new List<byte[]>();
        var (start, count) = (0, leaves.Count);
        while (count > 1)
        {
            var left = LeftSize(count);
            if (index < start + left)
            {
                proof.Add(Part(leaves, start + left, count - left));
                count = left;
            }
            else
            {
                proof.Add(Part(leaves, start, left));
                (start, count) = (start + left, count - left);
            }
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>The hashes that show that the tree of the first leaves is a beginning of the whole tree.</summary>
    /// <param name="leaves">All leaves.</param>
    /// <param name="first">Size of the earlier tree, from 1 to the number of leaves.</param>
    /// <exception cref="ArgumentOutOfRangeException">There was no such tree.</exception>
    public static IReadOnlyList<byte[]> ConsistencyProof(IReadOnlyList<byte[]> leaves, int first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, leaves.Count);
        var proof = new List<byte[]>();
        var (start, count, wanted, whole) = (0, leaves.Count, first, true);
        while (wanted != count)
        {
            var left = LeftSize(count);
            if (wanted <= left)
            {
                proof.Add(Part(leaves, start + left, count - left));
                count = left;
            }
            else
            {
                proof.Add(Part(leaves, start, left));
                (start, count, wanted, whole) = (start + left, count - left, wanted - left, false);
            }
        }

        if (!whole)
        {
            proof.Add(Part(leaves, start, count));
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>Whether a leaf stands at its index in the tree of this size and root (RFC 9162, 2.1.3.2).</summary>
    public static bool VerifyInclusion(long index, long size, ReadOnlySpan<byte> leafHash, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last) = (index, size - 1);
        var hash = leafHash.ToArray();
        foreach (var neighbour in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = NodeHash(neighbour, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = NodeHash(hash, neighbour);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>Whether the tree of the first size and root is a beginning of the one of the second (RFC 9162, 2.1.4.2).</summary>
    public static bool VerifyConsistency(long first, long second, ReadOnlySpan<byte> firstRoot, ReadOnlySpan<byte> secondRoot, IReadOnlyList<byte[]> proof)
    {
        if (first <= 0 || first > second)
        {
            return false;
        }

        if (first == second)
        {
            return proof.Count == 0 && firstRoot.SequenceEqual(secondRoot);
        }

        List<byte[]> path = BitOperations.IsPow2(first) ? [firstRoot.ToArray(), .. proof] : [.. proof];
        if (path.Count == 0)
        {
            return false;
        }

        var (node, last) = (first - 1, second - 1);
        while ((node & 1) == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        var (earlier, later) = (path[0], path[0]);
        foreach (var neighbour in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                earlier = NodeHash(neighbour, earlier);
                later = NodeHash(neighbour, later);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                later = NodeHash(later, neighbour);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && firstRoot.SequenceEqual(earlier) && secondRoot.SequenceEqual(later);
    }

    private static byte[] Part(IReadOnlyList<byte[]> leaves, int start, int count)
    {
        var builder = new HashTreeBuilder();
        for (var i = start; i < start + count; i++)
        {
            builder.Append(leaves[i]);
        }

        return builder.Root();
    }

    /// <summary>The largest power of two below the count.</summary>
    private static int LeftSize(int count) => (int)(BitOperations.RoundUpToPowerOf2((uint)count) / 2);
}
