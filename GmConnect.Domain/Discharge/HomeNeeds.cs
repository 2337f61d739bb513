namespace GmConnect.Domain.Discharge;

/// <summary>Who gives the injections at home; the first question of every discharge after an operation (standards 4.6).</summary>
public enum Injections
{
    NotAsked,
    NoneNeeded,
    Self,
    Carer,
    Nurse
}

/// <summary>An answer that can be missing, and then is never taken for a no.</summary>
public enum Known
{
    NotAsked,
    Yes,
    No
}

/// <summary>What the ward asked about the way home, and was told. What is not asked yet is a task.</summary>
public sealed record HomeNeeds
{
    public const int DosesMax = 60;

    public Injections Injections { get; init; }

    /// <summary>How many days of them there are after leaving; 0: not known, or none.</summary>
    public int Doses { get; init; }

    /// <summary>They have a safe place to go back to.</summary>
    public Known SafePlace { get; init; }

    /// <summary>There are stairs, steps or a bath that they cannot manage now.</summary>
    public Known Stairs { get; init; }

    /// <summary>They need a raised seat, a frame, a bed or the like.</summary>
    public Known Equipment { get; init; }

    public Known Wheelchair { get; init; }

    /// <summary>They need somebody to help with washing, dressing or meals.</summary>
    public Known Support { get; init; }

    /// <summary>Somebody can take them home, and they can sit in that car.</summary>
    public Known OwnTransport { get; init; }

    /// <summary>The home is warm and there is food in it.</summary>
    public Known FoodAndWarmth { get; init; }

    /// <summary>Somebody cares for them at home.</summary>
    public Known Carer { get; init; }

    /// <summary>They have work, or benefits that a stay in hospital changes.</summary>
    public Known Work { get; init; }

    public bool IsAsked => Injections is not Injections.NotAsked && Answers.All(a => a is not Known.NotAsked);

    private IEnumerable<Known> Answers => [SafePlace, Stairs, Equipment, Wheelchair, Support, OwnTransport, FoodAndWarmth, Carer, Work];
}
