using GreenFactory.Domain.Transparency;

namespace GreenFactory.Domain.Tests.Transparency;

/// <summary>The tree agrees with the vectors that the programs of Certificate Transparency share, and its proofs prove nothing else.</summary>
public sealed class HashTreeTests
{
    private static readonly string[] Entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void The_roots_are_those_of_certificate_transparency()
    {
        for (var size = 0; size < Roots.Length; size++)
        {
            Assert.Equal(Roots[size], Convert.ToHexStringLower(HashTree.Root(Leaves(size))));
        }
    }

    [Theory]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7,5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e,6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b,ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0,d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    public void An_inclusion_proof_is_the_published_one(int index, int size, string proof) =>
        Assert.Equal(proof.Split(','), HashTree.InclusionProof(Leaves(size), index).Select(Convert.ToHexStringLower));

    [Theory]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a,ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0,d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e,bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void A_consistency_proof_is_the_published_one(int first, int second, string proof) =>
        Assert.Equal(proof.Split(','), HashTree.ConsistencyProof(Leaves(second), first).Select(Convert.ToHexStringLower));

    [Fact]
    public void Every_leaf_of_every_tree_is_proved_at_its_place_and_nowhere_else()
    {
        for (var size = 1; size <= 33; size++)
        {
            var leaves = Many(size);
            var root = HashTree.Root(leaves);
            for (var index = 0; index < size; index++)
            {
                var proof = HashTree.InclusionProof(leaves, index);
                Assert.True(HashTree.VerifyInclusion(index, size, leaves[index], proof, root));
                Assert.False(HashTree.VerifyInclusion((index + 1) % size, size, leaves[index], proof, root) && size > 1);
                Assert.False(HashTree.VerifyInclusion(index, size, Many(size + 1)[size], proof, root));
                Assert.False(HashTree.VerifyInclusion(index, size, leaves[index], [.. proof, root], root));
            }
        }
    }

    [Fact]
    public void Every_beginning_is_consistent_with_what_grew_from_it_and_a_rewritten_one_is_not()
    {
        for (var second = 1; second <= 33; second++)
        {
            var leaves = Many(second);
            for (var first = 1; first <= second; first++)
            {
                var before = HashTree.Root([.. leaves.Take(first)]);
                var proof = HashTree.ConsistencyProof(leaves, first);
                Assert.True(HashTree.VerifyConsistency(first, second, before, HashTree.Root(leaves), proof));
                var rewritten = leaves.ToList();
                rewritten[first - 1] = Many(second + 1)[second];
                Assert.False(HashTree.VerifyConsistency(first, second, before, HashTree.Root(rewritten), HashTree.ConsistencyProof(rewritten, first)));
            }
        }
    }

    private static List<byte[]> Leaves(int count) => [.. Entries.Take(count).Select(entry => HashTree.LeafHash(Convert.FromHexString(entry)))];

    private static List<byte[]> Many(int count) => [.. Enumerable.Range(0, count).Select(number => HashTree.LeafHash(BitConverter.GetBytes(number)))];
}
