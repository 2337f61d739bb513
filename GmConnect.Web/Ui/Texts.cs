namespace GmConnect.Web.Ui;

/// <summary>Marks the shell's own words: Texts.resx.</summary>
public sealed class Texts;
