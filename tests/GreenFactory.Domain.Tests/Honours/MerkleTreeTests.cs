using GreenFactory.Domain.Honours;
using Xunit;

namespace GreenFactory.Domain.Tests.Honours;

/// <summary>Every row of a list of any length can be proved by its neighbours, and nothing else can.</summary>
public sealed class MerkleTreeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(40)]
    public void Every_row_verifies_and_a_changed_row_or_root_does_not(int count)
    {
        var rows = Enumerable.Range(0, count).Select(number => $$"""{"name":"单位{{number}}"}""").ToList();
        var leaves = rows.Select(MerkleTree.LeafHash).ToList();
        var root = MerkleTree.Root(leaves);

        for (var index = 0; index < count; index++)
        {
            var proof = MerkleTree.Proof(leaves, index);
            Assert.True(MerkleTree.Verify(rows[index], proof, root));
            Assert.False(MerkleTree.Verify(rows[index] + " ", proof, root));
            Assert.False(MerkleTree.Verify(rows[index], proof, MerkleTree.LeafHash("other")));
        }
    }

    /// <summary>Test vector of RFC 6962: the root of an empty list is SHA-256 of nothing.</summary>
    [Fact]
    public void The_root_of_an_empty_list_is_the_hash_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", MerkleTree.Root([]));

    [Fact]
    public void Two_rows_swapped_change_the_root()
    {
        var leaves = new[] { MerkleTree.LeafHash("a"), MerkleTree.LeafHash("b"), MerkleTree.LeafHash("c") };
        Assert.NotEqual(MerkleTree.Root(leaves), MerkleTree.Root([leaves[1], leaves[0], leaves[2]]));
    }
}
