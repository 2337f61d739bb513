using System.Security.Cryptography;
using System.Text;

namespace GmConnect.Web.Documents;

/// <summary>The one style sheet of documents: written into what is printed here, and served to who prints for themselves.</summary>
public static class DocumentStyle
{
    public static string Css { get; } = Load();

    public static string Href { get; } = $"/theme/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))[..16]}/document.css";

    private static string Load()
    {
        using var file = new StreamReader(typeof(DocumentStyle).Assembly.GetManifestResourceStream("GmConnect.Web.Documents.document.css")!);

        return file.ReadToEnd();
    }
}
