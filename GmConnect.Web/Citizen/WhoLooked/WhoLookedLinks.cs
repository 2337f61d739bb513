namespace GmConnect.Web.Citizen.WhoLooked;

public static class WhoLookedLinks
{
    public const string Choose = "/who-looked";

    public static string Of(Guid resident, bool withFamily = false, int page = 0)
    {
        string[] asked = [withFamily ? "family=yes" : "", page > 0 ? $"page={page + 1}" : ""];
        var query = string.Join('&', asked.Where(part => part.Length > 0));

        return $"{Choose}/{resident}{(query.Length > 0 ? "?" : "")}{query}";
    }
}
