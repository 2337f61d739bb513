using GmConnect.Domain.Discharge;

namespace GmConnect.Web.Staff.Discharge;

public enum BoardShows
{
    Everybody,
    Ready,
    HeldUp,
    NeedsTheBed,
    NotLookedAt,
    Late,
    Left
}

public enum BoardOrder
{
    Expected,
    Waiting,
    Ward,
    Name
}

/// <summary>Who of a board is shown, in which order. Nothing is everybody.</summary>
/// <param name="Place">A <see cref="PlaceOf"/>.</param>
public sealed record BoardFilter(string Place = "", BoardShows Shows = BoardShows.Everybody, BoardOrder Order = BoardOrder.Expected)
{
    /// <summary>Hospital and ward: two hospitals may both have a Ward 4.</summary>
    public static string PlaceOf(StayRow row) => $"{row.HospitalId:N} {row.Ward}";

    public IEnumerable<StayRow> Of(IEnumerable<StayRow> rows)
    {
        var shown = rows.Where(row => (Place.Length == 0 || Place == PlaceOf(row)) && Fits(row));

        return Order switch
        {
            BoardOrder.Waiting => shown.OrderByDescending(row => row.Ready.DelayDays ?? -1).ThenBy(row => row.AdmittedOn),
            BoardOrder.Ward => shown.OrderBy(row => row.Hospital, StringComparer.CurrentCulture).ThenBy(row => row.Ward, StringComparer.CurrentCulture).ThenBy(row => row.Expected ?? DateOnly.MaxValue),
            BoardOrder.Name => shown.OrderBy(row => row.Name, StringComparer.CurrentCulture),
            // Who left is watched, and is no longer to be moved.
            _ => shown.OrderBy(row => row.Status is StayStatus.Left).ThenBy(row => row.Expected ?? DateOnly.MaxValue).ThenBy(row => row.AdmittedOn)
        };
    }

    private bool Fits(StayRow row) => Shows switch
    {
        BoardShows.Ready => row is { Status: StayStatus.InHospital, MeetsCriteria: false },
        BoardShows.HeldUp => row is { Status: StayStatus.InHospital, MeetsCriteria: false } && row.IsHeldUp,
        BoardShows.NeedsTheBed => row is { Status: StayStatus.InHospital, MeetsCriteria: true },
        BoardShows.NotLookedAt => row is { Status: StayStatus.InHospital, MeetsCriteria: null },
        BoardShows.Late => row.IsExpectedPast || row.HasMissedDose || row.Next is { IsLate: true },
        BoardShows.Left => row.Status is StayStatus.Left,
        _ => true
    };
}
