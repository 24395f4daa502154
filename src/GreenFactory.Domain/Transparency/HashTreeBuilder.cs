using System.Security.Cryptography;

namespace GreenFactory.Domain.Transparency;

/// <summary>
/// Grows a <see cref="HashTree"/> leaf by leaf and knows its root at every size, while it keeps one hash for each full subtree only:
/// the same as the database keeps beside the log of events.
/// </summary>
public sealed class HashTreeBuilder
{
    private readonly List<byte[]> subtrees = [];

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a leaf by its hash.</summary>
    public void Append(byte[] leafHash)
    {
        var hash = leafHash;
        for (var full = Size; (full & 1) == 1; full >>= 1)
        {
            hash = HashTree.NodeHash(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
        }

        subtrees.Add(hash);
        Size++;
    }

    /// <summary>Root over the leaves so far.</summary>
    public byte[] Root()
    {
        if (subtrees.Count == 0)
        {
            return SHA256.HashData([]);
        }

        var root = subtrees[^1];
        for (var i = subtrees.Count - 2; i >= 0; i--)
        {
            root = HashTree.NodeHash(subtrees[i], root);
        }

        return root;
    }
}
