namespace GmConnect.Web.Operations.Exchange;

public static class ExchangeLinks
{
    public const string Exchange = "/operations/exchange";

    /// <summary>Hangfire's own dashboard: another document, so never by enhanced navigation.</summary>
    public const string Jobs = "/operations/jobs";
}
