using GmConnect.Domain.Cases;
using GmConnect.Domain.Closures;
using GmConnect.Domain.ComingOfAge;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Retention;
using GmConnect.Domain.Sharing;

namespace GmConnect.Web.Jobs;

/// <summary>Work the clock asks for. Safe to run at any time and twice at once.</summary>
/// <param name="Cron">In Europe/London.</param>
/// <param name="Work">Answers how many things it did.</param>
public sealed record TimedJob(string Name, string Cron, string Why, Func<IServiceProvider, CancellationToken, Task<int>> Work);

public static class Timetable
{
    public static readonly IReadOnlyList<TimedJob> All =
    [
        new("sweep-outbox", "* * * * *", "A wake or a whole process may be lost; no message waits longer than a minute for that.",
            (services, stop) => services.GetRequiredService<SweepOutbox>().ExecuteAsync(stop)),

        new("tell-what-ended", "* * * * *", "What ends by the clock is refused at once; pages that still show it are told within a minute.",
            (services, stop) => services.GetRequiredService<TellWhatEnded>().ExecuteAsync(stop)),

        new("watch-referral-clocks", "* * * * *", "A clock that is nearly used up warns, and one that is used up escalates, within a minute.",
            (services, stop) => services.GetRequiredService<WatchReferralClocks>().ExecuteAsync(stop)),

        new("tell-birthdays", "* * * * *", "At midnight rights change; open pages are told within a minute, and notices are written.",
            (services, stop) => services.GetRequiredService<TellBirthdays>().ExecuteAsync(stop)),

        new("settle-closures", "* * * * *", "An agency that closed sees nothing at once; what it had open is settled within minutes.",
            (services, stop) => services.GetRequiredService<SettleClosures>().ExecuteAsync(stop)),

        new("raise-reviews", "*/10 * * * *", "Looks that must be reviewed are on the desk the same hour.",
            (services, stop) => services.GetRequiredService<RaiseReviews>().ExecuteAsync(stop)),

        new("remind-of-withheld", "10 0 * * *", "What a resident is not told of yet is asked about again on its day.",
            (services, stop) => services.GetRequiredService<RemindOfWithheld>().ExecuteAsync(stop)),

        new("escalate-matters", "5 0 * * *", "What was due by the end of a London day is marked when that day is over.",
            (services, stop) => services.GetRequiredService<EscalateMatters>().ExecuteAsync(stop)),

        new("raise-retention-reviews", "30 3 * * 1", "What has been kept for its time is put before the guardian once a week.",
            (services, stop) => services.GetRequiredService<RaiseRetentionReviews>().ExecuteAsync(stop)),

        new("destroy-old-logs", "45 3 * * *", "The log of a destroyed record follows it when its own time is over.",
            (services, stop) => services.GetRequiredService<DestroyOldLogs>().ExecuteAsync(stop)),

        new("destroy-expired-documents", "20 0 * * *", "A document is kept until the end of its last day, and not a day longer.",
            (services, stop) => services.GetRequiredService<DestroyExpiredDocuments>().ExecuteAsync(stop)),

        new("erase-dead-letters", "15 3 * * *", "Content that nobody could deliver in 30 days is not kept; at night, when nobody is resending.",
            (services, stop) => services.GetRequiredService<EraseDeadLetters>().ExecuteAsync(stop))
    ];

    public static TimedJob? Find(string name) => All.FirstOrDefault(job => job.Name == name);
}
