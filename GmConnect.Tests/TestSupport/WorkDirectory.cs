using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// An organisation's directory on loopback that speaks OpenID Connect as Microsoft's does, over TLS with a certificate of its
/// own. The person at its sign-in page is played by the test, which takes the address it was sent to and brings back the code.
/// </summary>
public sealed class WorkDirectory : IAsyncDisposable
{
    public const string Client = "11111111-2222-3333-4444-555555555555";

    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private readonly RSA _key = RSA.Create(2048);
    private WebApplication? _server;

    public string Tenant { get; } = Guid.NewGuid().ToString();

    public Uri Address { get; private set; } = new("https://localhost");

    public string Issuer => $"{Address}{Tenant}/v2.0";

    /// <summary>How often it was asked for tokens, and with what.</summary>
    public List<Dictionary<string, string>> Redeemed { get; } = [];

    /// <summary>What it answers when a code is redeemed.</summary>
    public string IdToken { get; set; } = "";

    /// <summary>The settings of a service that trusts this directory.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("AzureAd__Instance", Address.ToString()), ("AzureAd__TenantId", Tenant), ("AzureAd__ClientId", Client),
        ("AzureAd__ClientSecret", "of-the-test"), ("SSL_CERT_FILE", _folder.File("trusted.pem"))
    ];

    public static async Task<WorkDirectory> StartAsync()
    {
        var directory = new WorkDirectory();
        var certificate = directory.NewCertificate();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        directory._server = builder.Build();
        directory.Map(directory._server);
        await directory._server.StartAsync();
        directory.Address = new Uri($"https://localhost:{new Uri(directory._server.Urls.Single()).Port}/");

        return directory;
    }

    /// <summary>A token for a worker; signed rightly whatever it says.</summary>
    public string TokenFor(string worker, string nonce, string? issuer = null, string? audience = null, RSA? signedBy = null) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience ?? Client,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = worker, ["oid"] = worker, ["tid"] = Tenant, ["nonce"] = nonce, ["ver"] = "2.0",
                ["name"] = "Quentin At Work", ["preferred_username"] = "quentin@example.org"
            },
            SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(signedBy ?? _key) { KeyId = "test" }, SecurityAlgorithms.RsaSha256)
        });

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _key.Dispose();
        _folder.Dispose();
    }

    private void Map(WebApplication server)
    {
        server.UseRouting();
        server.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (HttpContext context) => context.Response.WriteAsJsonAsync(new
        {
            issuer = Issuer,
            authorization_endpoint = $"{Address}{Tenant}/oauth2/v2.0/authorize",
            token_endpoint = $"{Address}{Tenant}/oauth2/v2.0/token",
            jwks_uri = $"{Address}{Tenant}/discovery/v2.0/keys",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "pairwise" },
            id_token_signing_alg_values_supported = new[] { "RS256" }
        }));
        server.MapGet("/{tenant}/discovery/v2.0/keys", (HttpContext context) =>
        {
            var key = _key.ExportParameters(includePrivateParameters: false);

            return context.Response.WriteAsJsonAsync(new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA", use = "sig", kid = "test", issuer = Issuer,
                        n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent)
                    }
                }
            });
        });
        server.MapPost("/{tenant}/oauth2/v2.0/token", async (HttpContext context) =>
        {
            var asked = await context.Request.ReadFormAsync();
            Redeemed.Add(asked.ToDictionary(field => field.Key, field => field.Value.ToString()));
            await context.Response.WriteAsJsonAsync(new { id_token = IdToken, access_token = "none", token_type = "Bearer", expires_in = 300 });
        });
    }

    private X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(_folder.File("trusted.pem"), made.ExportCertificatePem());

        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
