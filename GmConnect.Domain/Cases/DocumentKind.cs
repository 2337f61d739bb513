namespace GmConnect.Domain.Cases;

/// <summary>The kinds of files that are taken.</summary>
public enum DocumentKind
{
    Pdf,
    Jpeg,
    Png
}

public static class DocumentKinds
{
    private static readonly IReadOnlyDictionary<DocumentKind, byte[]> _begins = new Dictionary<DocumentKind, byte[]>
    {
        [DocumentKind.Pdf] = "%PDF-"u8.ToArray(),
        [DocumentKind.Jpeg] = [0xFF, 0xD8, 0xFF],
        [DocumentKind.Png] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    };

    /// <summary>What a file is by its first bytes (ISO 32000, ITU-T T.81, ISO/IEC 15948), whatever it is called; nothing for any other kind.</summary>
    public static DocumentKind? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (kind, begins) in _begins)
        {
            if (content.StartsWith(begins))
            {
                return kind;
            }
        }

        return null;
    }

    public static string ContentType(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "application/pdf",
        DocumentKind.Jpeg => "image/jpeg",
        _ => "image/png"
    };

    public static string Extension(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => ".pdf",
        DocumentKind.Jpeg => ".jpg",
        _ => ".png"
    };
}
