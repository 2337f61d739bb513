namespace GmConnect.Domain.Sharing;

/// <summary>A recorded decision to disclose under a named law: rule 58.</summary>
internal static class DutyGround
{
    /// <param name="wanted">The parts that nothing else opened.</param>
    public static Opening Open(AgencyAsking asker, PartSet wanted)
    {
        var (request, facts) = (asker.Request, asker.Facts.Facts);
        if (facts.Disclosures.Count == 0
            || asker.PlaceIsHidden
            || facts.LogLate.BestInForce(request.At, _ => true) is not null)
        {
            return Opening.No(RefusedBecause.NoConsent);
        }

        // Who was handed something under a law may answer it: writing needs what it needs under consent besides.
        var (_, second, missing) = request.Act is Act.Write ? SecondFact.Of(asker) : default;
        if (missing is not null)
        {
            return Opening.No(RefusedBecause.NoConsent);
        }

        bool Covers(DisclosureFact disclosure) => disclosure.AgencyId == asker.Agency
            && disclosure.Purpose == request.Purpose
            && disclosure.Categories.Contains(request.Category);

        var taken = Restrictions.TakenAway(request, asker.Facts, hardOnly: true);
        if (!request.Category.HasParts())
        {
            return taken.IsEmpty && facts.Disclosures.BestInForce(request.At, Covers) is { } whole
                ? Opening.Of(GroundKind.LegalDuty, PartSet.None, second is { } id ? [whole.Id, id] : [whole.Id])
                : Opening.No(RefusedBecause.NoConsent);
        }

        var used = new List<Guid>();
        var open = PartSet.None;
        foreach (var part in wanted.Without(taken).InOrder())
        {
            if (facts.Disclosures.BestInForce(request.At, d => Covers(d) && d.Parts.Contains(part)) is { } disclosure)
            {
                used.Add(disclosure.Id);
                open |= PartSet.Of(part);
            }
        }

        return open.IsEmpty ? Opening.No(RefusedBecause.NoConsent) : Opening.Of(GroundKind.LegalDuty, open, used);
    }
}
