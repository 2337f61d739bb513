namespace GmConnect.Web.Operations.Exchange;

/// <summary>Marks this feature's words: ExchangeTexts.resx.</summary>
public sealed class ExchangeTexts;
