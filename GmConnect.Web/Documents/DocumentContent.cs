using GmConnect.Domain.Residents;

namespace GmConnect.Web.Documents;

public enum PrintedKind
{
    Passport,
    Plan,
    Leaving,
    Receipt
}

/// <summary>What was read for a document, as its reader may see it.</summary>
/// <param name="Shown">What the component of this kind takes.</param>
public sealed record DocumentContent(PrintedKind Kind, WhoItIs Who, object Shown);

/// <summary>The component and the file name of each kind. A file name tells nothing of whose it is: a downloads folder is read by others.</summary>
public static class PrintedKinds
{
    public static Type Component(this PrintedKind kind) => kind switch
    {
        PrintedKind.Passport => typeof(PassportDocument),
        PrintedKind.Plan => typeof(PlanDocument),
        PrintedKind.Leaving => typeof(LeavingDocument),
        _ => typeof(ReceiptDocument)
    };

    public static string FileName(this PrintedKind kind) => kind switch
    {
        PrintedKind.Passport => "story-passport.pdf",
        PrintedKind.Plan => "shared-plan.pdf",
        PrintedKind.Leaving => "leaving-hospital.pdf",
        _ => "receipt.pdf"
    };
}
