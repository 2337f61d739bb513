namespace GmConnect.Web.Staff.Assessments;

/// <summary>Marks this feature's words: AssessmentTexts.resx. What a form asks is in the form's own data.</summary>
public sealed class AssessmentTexts;
