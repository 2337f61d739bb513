using GmConnect.Domain.Residents;

namespace GmConnect.Web.Documents;

public enum DocumentKind
{
    Passport,
    Plan,
    Leaving,
    Receipt
}

/// <summary>What was read for a document, as its reader may see it.</summary>
/// <param name="Shown">What the component of this kind takes.</param>
public sealed record DocumentContent(DocumentKind Kind, WhoItIs Who, object Shown);

/// <summary>The component and the file name of each kind. A file name tells nothing of whose it is: a downloads folder is read by others.</summary>
public static class DocumentKinds
{
    public static Type Component(this DocumentKind kind) => kind switch
    {
        DocumentKind.Passport => typeof(PassportDocument),
        DocumentKind.Plan => typeof(PlanDocument),
        DocumentKind.Leaving => typeof(LeavingDocument),
        _ => typeof(ReceiptDocument)
    };

    public static string FileName(this DocumentKind kind) => kind switch
    {
        DocumentKind.Passport => "story-passport.pdf",
        DocumentKind.Plan => "shared-plan.pdf",
        DocumentKind.Leaving => "leaving-hospital.pdf",
        _ => "receipt.pdf"
    };
}
