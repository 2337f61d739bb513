namespace GmConnect.Web.Composition;

/// <summary>Addresses that programs call: they get a bare status, never a page or a redirect to sign-in.</summary>
public static class ForMachines
{
    private static readonly PathString[] Roots =
        ["/_blazor", "/_framework", "/_content", "/css", "/js", "/theme", "/fhir", "/partner", "/simulated-partners", "/connect", "/health", "/metrics", "/session"];

    public static bool Asks(PathString path) => Array.Exists(Roots, root => path.StartsWithSegments(root));
}
