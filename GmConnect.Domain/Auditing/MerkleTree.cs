using System.Security.Cryptography;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// RFC 6962's tree over the leaves of a batch: a leaf and a node can never be taken for each other. The salt keeps a leaf from
/// being guessed once its entry is destroyed.
/// </summary>
public static class MerkleTree
{
    public const int HashLength = SHA256.HashSizeInBytes;
    public const int SaltLength = 16;

    /// <summary>SHA-256 of 0x00, the salt and the content.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content)
    {
        var length = 1 + salt.Length + content.Length;
        Span<byte> whole = length <= 2048 ? stackalloc byte[length] : new byte[length];
        whole[0] = 0;
        salt.CopyTo(whole[1..]);
        content.CopyTo(whole[(1 + salt.Length)..]);

        return SHA256.HashData(whole);
    }

    /// <param name="leaves">At least one.</param>
    public static byte[] Root(IReadOnlyList<byte[]> leaves)
    {
        var level = leaves;
        while (level.Count > 1)
        {
            level = Above(level);
        }

        return level[0];
    }

    /// <summary>The nodes beside the way from a leaf to the root, lowest first.</summary>
    public static IReadOnlyList<byte[]> Path(IReadOnlyList<byte[]> leaves, int index)
    {
        var path = new List<byte[]>();
        for (var level = leaves; level.Count > 1; level = Above(level), index /= 2)
        {
            if ((index ^ 1) < level.Count)
            {
                path.Add(level[index ^ 1]);
            }
        }

        return path;
    }

    /// <returns>Nothing when the path is not as long as such a place in such a tree asks.</returns>
    public static byte[]? RootFrom(byte[] leaf, int index, int count, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= count)
        {
            return null;
        }

        var (hash, used) = (leaf, 0);
        for (; count > 1; index /= 2, count = (count + 1) / 2)
        {
            if ((index ^ 1) >= count)
            {
                continue;
            }

            if (used == path.Count)
            {
                return null;
            }

            hash = index % 2 == 0 ? Node(hash, path[used]) : Node(path[used], hash);
            used++;
        }

        return used == path.Count ? hash : null;
    }

    /// <summary>Two by two; the last of an odd number goes up as it is.</summary>
    private static List<byte[]> Above(IReadOnlyList<byte[]> level)
    {
        var above = new List<byte[]>((level.Count + 1) / 2);
        for (var at = 0; at < level.Count; at += 2)
        {
            above.Add(at + 1 < level.Count ? Node(level[at], level[at + 1]) : level[at]);
        }

        return above;
    }

    private static byte[] Node(byte[] left, byte[] right)
    {
        Span<byte> whole = stackalloc byte[1 + 2 * HashLength];
        whole[0] = 1;
        left.CopyTo(whole[1..]);
        right.CopyTo(whole[(1 + HashLength)..]);

        return SHA256.HashData(whole);
    }
}
