namespace GmConnect.Web.Staff.Inbox;

/// <summary>Marks this feature's words: InboxTexts.resx.</summary>
public sealed class InboxTexts;
