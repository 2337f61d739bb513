namespace GmConnect.Domain.Data.Demonstration;

/// <summary>What a ward notes about somebody's way home.</summary>
internal static class StayTexts
{
    public const string CoordinatorRole = "plans the way home";

    public static readonly string[] Wards = ["Ward B3", "Ward B4", "Ward C1", "Ward H2", "Ward H8", "Ward L6"];

    public static readonly string[] MustBeTrue =
    [
        "Safe with a frame, pain controlled, can do three steps.", "Eats and drinks, blood results steady, walks to the bathroom.",
        "Off oxygen for a day, stairs with one person.", "Transfers with one, skin intact, medicines understood."
    ];

    public static readonly string[] WhyLater =
    [
        "Temperature last night.", "The bed downstairs comes on Thursday.", "Family cannot be there before.", "Therapy wants one more day on the stairs."
    ];

    /// <summary>By what they need, as the data of the delay reasons names it.</summary>
    public static readonly string[] HeldUpBy =
    [
        "medicines", "therapy-review", "discharge-letter", "transport", "family-concerns", "needs-and-pathway", "funding", "home-rehabilitation-none",
        "home-social-care-arranging", "community-health-arranging", "equipment-arranging", "equipment-none", "destination"
    ];

    public static readonly string[] Told = ["the daughter, by telephone", "the son, at the bedside", "who they live with", "the neighbour who has the key", "the carer, on the ward"];
}
