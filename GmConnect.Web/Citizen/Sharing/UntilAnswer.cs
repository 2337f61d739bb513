using System.Globalization;
using GmConnect.Web.Ui.Questions;

namespace GmConnect.Web.Citizen.Sharing;

/// <summary>For how long one agency may see the story, as it is chosen: some months, or another day.</summary>
public sealed class UntilAnswer
{
    public const string Other = "other";

    public static readonly IReadOnlyList<int> Months = [3, 6, 12];

    public Guid Agency { get; set; }

    public string? Purpose { get; set; }

    public string? Until { get; set; }

    public DateAnswer Day { get; set; } = new();

    /// <summary>Somebody who typed a day meant it, whether or not they also pressed the circle before it.</summary>
    public bool IsOther => Until == Other || (string.IsNullOrEmpty(Until) && !Day.IsEmpty);

    public static UntilAnswer Of(Guid agency, string? purpose, DateOnly? lastDay, DateOnly today)
    {
        var months = Months.FirstOrDefault(count => today.AddMonths(count) == lastDay);

        return new UntilAnswer
        {
            Agency = agency,
            Purpose = purpose,
            Until = lastDay is null ? null : months > 0 ? months.ToString(CultureInfo.InvariantCulture) : Other,
            Day = DateAnswer.From(months > 0 ? null : lastDay)
        };
    }

    /// <summary>The day that so many months end; nothing for another day or no choice.</summary>
    public DateOnly? OfMonths(DateOnly today) =>
        int.TryParse(Until, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && Months.Contains(months)
            ? today.AddMonths(months)
            : null;
}
