namespace GmConnect.Domain.Discharge;

/// <summary>The one delay reason that is reported nationally, made from however many there are (standards 4.4).</summary>
public static class NationalDelay
{
    /// <summary>
    /// The reason that the most waits for: the first in the order of the list. It does not matter which was noted first, nor in which order
    /// they come. None while they are not ready to leave: then nothing delays them.
    /// </summary>
    /// <param name="at">UTC.</param>
    public static DelayReason? Of(DischargeReady ready, IEnumerable<Blocker> blockers, DateTime at)
    {
        if (ready.On is null)
        {
            return null;
        }

        var codes = DischargeCodes.Current;
        var first = blockers.Where(b => b.IsInForce(at)).MinBy(b => codes.OrderOf(b.Reason));

        return first is null ? null : codes.Reason(first.Reason);
    }
}
