namespace GmConnect.Web.Staff;

/// <summary>Marks the words that several staff pages share: StaffTexts.resx.</summary>
public sealed class StaffTexts;
