namespace GmConnect.Domain.Sharing;

/// <summary>Consent, notice and agreement together, and for some categories a second fact: rules 46 to 54.</summary>
internal static class ConsentGround
{
    public static Opening Open(AgencyAsking asker)
    {
        var (request, facts) = (asker.Request, asker.Facts);
        if (!Purposes.For(asker.Kind).Contains(request.Purpose))
        {
            return Opening.No(RefusedBecause.NotTheirPurpose);
        }

        var hasParts = request.Category.HasParts();
        var consents = CountingConsents.Find(asker, hasParts ? request.Wanted : PartSet.All, hasParts);
        if (consents.Because is { } because)
        {
            return Opening.No(because);
        }

        if (BestNotice(asker) is not { } notice)
        {
            return Opening.No(RefusedBecause.NoNotice);
        }

        var agreements = new BestByPart<AgreementFact>();
        foreach (var agreement in facts.Agreements(asker.Agency, request.Purpose))
        {
            if (agreement.Until <= request.At)
            {
                break;
            }

            if (agreement.From <= request.At && agreement.Categories.Contains(request.Category))
            {
                agreements.Offer(agreement, hasParts ? agreement.Parts & consents.Open : PartSet.All);
            }
        }

        if (agreements.Parts.IsEmpty)
        {
            return Opening.No(RefusedBecause.NoAgreement);
        }

        var (kind, second, missing) = SecondFact.Of(asker);
        if (missing is { } absent)
        {
            return Opening.No(absent);
        }

        if (asker.PlaceIsHidden)
        {
            return Opening.No(RefusedBecause.PlaceIsProtected);
        }

        var taken = Restrictions.TakenAway(request, facts, hardOnly: false);
        var open = hasParts ? agreements.Parts.Without(taken) : PartSet.None;
        if (hasParts ? open.IsEmpty : !taken.IsEmpty)
        {
            return Opening.No(RefusedBecause.Restricted);
        }

        if (facts.Facts.LogLate.BestInForce(request.At, _ => true) is not null)
        {
            return Opening.No(RefusedBecause.LogNotAnchored);
        }

        List<Guid> used = [notice.Id, .. second is { } id ? [id] : Array.Empty<Guid>()];
        if (hasParts)
        {
            foreach (var part in open.InOrder())
            {
                used.Add(consents.Best[part]!.Id);
                used.Add(agreements[part]!.Id);
            }
        }
        else
        {
            used.Add(consents.Best.Any!.Id);
            used.Add(agreements.Any!.Id);
        }

        return Opening.Of(kind, open, used);
    }

    private static NoticeFact? BestNotice(AgencyAsking asker)
    {
        NoticeFact? best = null;
        for (var i = 0; i < asker.Audiences; i++)
        {
            foreach (var notice in asker.Facts.Notices(asker.Audience(i), asker.Request.Purpose))
            {
                if (notice.IsInForce(asker.Request.At))
                {
                    best = notice.Better(best);
                    break;
                }
            }
        }

        return best;
    }
}
