namespace GmConnect.Web.Documents;

/// <summary>Words on printed documents and of the links to them.</summary>
public sealed class DocumentTexts;
