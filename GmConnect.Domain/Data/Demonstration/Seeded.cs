using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bogus;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// What comes out the same for the same seed: ids, references, secrets and chance, each from the seed and a handle.
/// </summary>
internal sealed class Seeded(int seed)
{
    private const long References = 24L * 24 * 24 * 24 * 24 * 24 * 24 * 24;

    /// <summary>Shares no factor with 24, so that different numbers never get the same reference.</summary>
    private const long ReferenceStep = 68_030_286_121;

    private readonly long _firstReference = BinaryPrimitives.ReadInt64LittleEndian(Hash(seed, "references")) & int.MaxValue;

    /// <summary>
    /// An id in the form of version 7, with <paramref name="position"/> where the time would be: what is written together
    /// lies together in the indexes, without which a large world is slow to write.
    /// </summary>
    public Guid Id(string handle, int position = 0)
    {
        Span<byte> bytes = stackalloc byte[16];
        Bytes(handle).AsSpan(0, 16).CopyTo(bytes);
        BinaryPrimitives.WriteInt16BigEndian(bytes, 0x0180);
        BinaryPrimitives.WriteInt32BigEndian(bytes[2..], position);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);

        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A reference that no other number gets, up to the count of references.</summary>
    public string Reference(long number)
    {
        var left = (long)(((Int128)number * ReferenceStep + _firstReference) % References);
        Span<byte> letters = stackalloc byte[8];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (byte)(left % 24);
            left /= 24;
        }

        return Common.Reference.From(letters);
    }

    public byte[] Bytes(string handle) => Hash(seed, handle);

    /// <summary>Chance of its own for one handle: what one family draws changes nothing for another.</summary>
    public Randomizer Chance(string handle) => new(BinaryPrimitives.ReadInt32LittleEndian(Bytes($"chance of {handle}")));

    private static byte[] Hash(int seed, string handle) => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{handle}"));
}
