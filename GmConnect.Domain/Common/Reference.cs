using System.Security.Cryptography;

namespace GmConnect.Domain.Common;

/// <summary>
/// A number people can read out on the telephone: "GMC-7K3P-2QX9". Random, so that it tells nothing and cannot be guessed;
/// no letters or digits that sound or look alike.
/// </summary>
public static class Reference
{
    private const string Alphabet = "23456789CDFGHJKMNPQRTVWX";

    public static string New() => Of(RandomNumberGenerator.GetItems<char>(Alphabet, 8));

    /// <summary>From given bytes, for a world that must come out the same again.</summary>
    public static string From(ReadOnlySpan<byte> bytes)
    {
        var letters = new char[8];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = Alphabet[bytes[i] % Alphabet.Length];
        }

        return Of(letters);
    }

    private static string Of(ReadOnlySpan<char> letters) => $"GMC-{letters[..4]}-{letters[4..8]}";
}
