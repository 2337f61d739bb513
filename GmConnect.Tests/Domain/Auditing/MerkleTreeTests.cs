using System.Security.Cryptography;
using CsCheck;
using GmConnect.Domain.Auditing;

namespace GmConnect.Tests.Domain.Auditing;

public class MerkleTreeTests
{
    private static readonly Gen<(byte[][] Leaves, int At)> _tree =
        from leaves in Gen.Byte.Array[MerkleTree.HashLength].Array[1, 70]
        from at in Gen.Int[0, leaves.Length - 1]
        select (leaves, at);

    [Fact]
    public void EveryLeaf_Proves() => _tree.Sample(t =>
        MerkleTree.RootFrom(t.Leaves[t.At], t.At, t.Leaves.Length, MerkleTree.Path(t.Leaves, t.At)) is { } root
        && root.SequenceEqual(MerkleTree.Root(t.Leaves)));

    [Fact]
    public void NoOtherLeaf_Place_OrSize_Proves() => _tree.Sample(t =>
    {
        var (root, path) = (MerkleTree.Root(t.Leaves), MerkleTree.Path(t.Leaves, t.At));
        byte[] other = [.. t.Leaves[t.At]];
        other[t.At % other.Length] ^= 1;

        return Not(other, t.At, t.Leaves.Length, path)
            && Enumerable.Range(0, t.Leaves.Length).Where(at => at != t.At).All(at => Not(t.Leaves[t.At], at, t.Leaves.Length, path))
            && Not(t.Leaves[t.At], t.At, t.Leaves.Length, [.. path, other])
            && (path.Count == 0 || Not(t.Leaves[t.At], t.At, t.Leaves.Length, [.. path.Skip(1)]));

        bool Not(byte[] leaf, int at, int count, IReadOnlyList<byte[]> by) => MerkleTree.RootFrom(leaf, at, count, by)?.SequenceEqual(root) != true;
    });

    [Fact]
    public void OneLeaf_IsItsOwnRoot()
    {
        var leaf = MerkleTree.Leaf([1], [2]);

        Assert.Equal(leaf, MerkleTree.Root([leaf]));
        Assert.Empty(MerkleTree.Path([leaf], 0));
    }

    /// <summary>RFC 6962, 2.1: split at the largest power of two below the number of leaves. Written out here by recursion.</summary>
    [Fact]
    public void Root_IsThatOfRfc6962() => _tree.Sample(t => MerkleTree.Root(t.Leaves).SequenceEqual(Rfc(t.Leaves)));

    [Fact]
    public void Leaf_IsNeverANode()
    {
        var (left, right) = (MerkleTree.Leaf([], [1]), MerkleTree.Leaf([], [2]));

        Assert.NotEqual(MerkleTree.Root([left, right]), MerkleTree.Leaf(left, right));
        Assert.Equal(SHA256.HashData([0, 7, 8, 9]), MerkleTree.Leaf([7], [8, 9]));
    }

    private static byte[] Rfc(byte[][] leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var split = 1;
        while (split * 2 < leaves.Length)
        {
            split *= 2;
        }

        return SHA256.HashData([1, .. Rfc(leaves[..split]), .. Rfc(leaves[split..])]);
    }
}
