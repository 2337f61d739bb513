using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// Writes what is sealed as bytes that are the same everywhere: texts in UTF-8, each behind its length in four bytes (the
/// highest first). The first says what it is and in which version, then come pairs of a name and a value; what has no value
/// is left out, so that a column added later changes no entry that was sealed before it (docs/audit.md).
/// </summary>
internal sealed class CanonicalWriter
{
    private byte[] _bytes = new byte[1024];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public CanonicalWriter Begin(ReadOnlySpan<byte> whatItIs)
    {
        _length = 0;
        Add(whatItIs);

        return this;
    }

    public void Field(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Add(name);
            var room = Room(Encoding.UTF8.GetMaxByteCount(value.Length));
            Close(Encoding.UTF8.GetBytes(value, room));
        }
    }

    public void Field(ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is { } id)
        {
            Add(name);
            id.TryFormat(Room(36), out var written);
            Close(written);
        }
    }

    public void Field(ReadOnlySpan<byte> name, long value)
    {
        Add(name);
        value.TryFormat(Room(20), out var written, default, CultureInfo.InvariantCulture);
        Close(written);
    }

    /// <summary>UTC, to the microsecond: PostgreSQL keeps no more.</summary>
    public void Field(ReadOnlySpan<byte> name, DateTime value)
    {
        Add(name);
        value.TryFormat(Room(27), out var written, "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        Close(written);
    }

    public void Field<T>(ReadOnlySpan<byte> name, T value) where T : struct, Enum => Field(name, value.ToString());

    public void Field<T>(ReadOnlySpan<byte> name, T? value) where T : struct, Enum => Field(name, value?.ToString());

    public void Field(ReadOnlySpan<byte> name, byte[] value) => Field(name, Convert.ToHexStringLower(value));

    /// <summary>What was written, to be read by a person or compared.</summary>
    /// <exception cref="FormatException">These are no such bytes.</exception>
    public static (string WhatItIs, IReadOnlyDictionary<string, string> Fields) Read(ReadOnlySpan<byte> bytes)
    {
        var texts = new List<string>();
        while (bytes.Length > 0)
        {
            var length = bytes.Length < 4 ? -1 : BinaryPrimitives.ReadInt32BigEndian(bytes);
            if (length < 0 || length > bytes.Length - 4)
            {
                throw new FormatException("A text is longer than what follows.");
            }

            texts.Add(Encoding.UTF8.GetString(bytes.Slice(4, length)));
            bytes = bytes[(4 + length)..];
        }

        if (texts.Count % 2 == 0)
        {
            throw new FormatException("A name is without its value.");
        }

        var fields = new Dictionary<string, string>();
        for (var at = 1; at < texts.Count; at += 2)
        {
            if (!fields.TryAdd(texts[at], texts[at + 1]))
            {
                throw new FormatException("A name comes twice.");
            }
        }

        return (texts[0], fields);
    }

    private void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        Close(text.Length);
    }

    /// <summary>Where the next text goes, behind the place of its length.</summary>
    private Span<byte> Room(int atMost)
    {
        if (_bytes.Length < _length + 4 + atMost)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + 4 + atMost));
        }

        return _bytes.AsSpan(_length + 4, atMost);
    }

    private void Close(int written)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_length), written);
        _length += 4 + written;
    }
}
