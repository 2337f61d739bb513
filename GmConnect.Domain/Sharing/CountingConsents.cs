namespace GmConnect.Domain.Sharing;

/// <summary>
/// The consents that concern an asker, weighed: who was able to decide, whose decision comes first, and that a refusal
/// prevails. Rules 46 to 49.
/// </summary>
internal readonly struct CountingConsents
{
    private CountingConsents(RefusedBecause because) => Because = because;

    private CountingConsents(BestByPart<ConsentFact> best, PartSet open) => (Best, Open) = (best, open);

    public RefusedBecause? Because { get; }

    /// <summary>Wanted parts that are given and that nobody refused.</summary>
    public PartSet Open { get; }

    public BestByPart<ConsentFact> Best { get; } = null!;

    /// <param name="eachPart">Look for the best of each part; else for the best that opens any part at all.</param>
    public static CountingConsents Find(AgencyAsking asker, PartSet wanted, bool eachPart)
    {
        var minor = asker.Request.At < asker.Facts.Turns18;
        var decidedThemself = minor ? PartsDecidedByTheYoungPerson(asker) : PartSet.None;
        var refused = PartSet.None;
        for (var i = 0; i < asker.Audiences; i++)
        {
            foreach (var consent in asker.Facts.Refused(asker.Audience(i), asker.Request.Purpose))
            {
                if (consent.Until <= asker.Request.At)
                {
                    break;
                }

                if (consent.From <= asker.Request.At && IsValid(consent, asker))
                {
                    refused |= Counting(consent, decidedThemself);
                }
            }
        }

        var best = new BestByPart<ConsentFact>();
        var (anyGiven, given) = (false, PartSet.None);
        for (var i = 0; i < asker.Audiences; i++)
        {
            var found = PartSet.None;
            foreach (var consent in asker.Facts.Given(asker.Audience(i), asker.Request.Purpose))
            {
                if (consent.Until <= asker.Request.At)
                {
                    break;
                }

                if (consent.From > asker.Request.At || consent.Parts.IsEmpty || !IsValid(consent, asker))
                {
                    continue;
                }

                anyGiven = true;
                var parts = Counting(consent, decidedThemself) & wanted;
                given |= parts;
                var open = parts.Without(refused);
                best.Offer(consent, open.Without(found));
                found |= open;

                // Those that follow last no longer.
                if (eachPart ? found == wanted.Without(refused) && !found.IsEmpty : !found.IsEmpty)
                {
                    break;
                }
            }
        }

        return !anyGiven ? new(RefusedBecause.NoConsent)
            : given.IsEmpty ? new(eachPart ? RefusedBecause.PartNotShared : RefusedBecause.ConsentRefused)
            : best.Parts.IsEmpty ? new(RefusedBecause.ConsentRefused)
            : new(best, best.Parts);
    }

    private static PartSet Counting(ConsentFact consent, PartSet decidedThemself) =>
        consent.By is DecidedBy.Parent ? consent.Parts.Without(decidedThemself) : consent.Parts;

    private static PartSet PartsDecidedByTheYoungPerson(AgencyAsking asker)
    {
        var parts = PartSet.None;
        for (var i = 0; i < asker.Audiences; i++)
        {
            foreach (var consent in asker.Facts.Given(asker.Audience(i), asker.Request.Purpose))
            {
                Add(consent);
            }

            foreach (var consent in asker.Facts.Refused(asker.Audience(i), asker.Request.Purpose))
            {
                Add(consent);
            }
        }

        return parts;

        void Add(ConsentFact consent)
        {
            if (consent.By is DecidedBy.Resident && consent.IsInForce(asker.Request.At) && IsValid(consent, asker))
            {
                parts |= consent.Parts;
            }
        }
    }

    private static bool IsValid(ConsentFact consent, AgencyAsking asker)
    {
        var facts = asker.Facts;

        return consent.By switch
        {
            DecidedBy.Delegate => true,
            DecidedBy.Parent => asker.Request.At < facts.Turns18,
            DecidedBy.Attorney or DecidedBy.BestInterests =>
                facts.Finding(FindingKind.LacksCapacity, consent.Purpose, asker.Request.At) is not null,
            _ when consent.From >= facts.Turns16 => facts.Finding(FindingKind.LacksCapacity, consent.Purpose, consent.From) is null,
            _ => consent.From >= facts.Turns13 && facts.Finding(FindingKind.Competent, consent.Purpose, consent.From) is not null
        };
    }
}
