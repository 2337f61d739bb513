namespace GmConnect.Domain.Exchange;

/// <summary>The system of an agency that events are sent to.</summary>
public sealed class PartnerSystem
{
    public const int AddressMaxLength = 400;
    public const int SecretMaxLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AgencyId { get; init; }

    /// <summary>Where events are posted.</summary>
    public required string Address { get; set; }

    /// <summary>Signs each event: "whsec_" and base64 of the key. Source: Standard Webhooks.</summary>
    public required string Secret { get; init; }

    public bool IsRevoked { get; set; }
}
