using Hangfire;

namespace GmConnect.Web.Jobs;

/// <summary>What Hangfire stores and calls: the name of a job of the timetable and nothing else.</summary>
public sealed partial class RunTimedJob(IServiceProvider services, ILogger<RunTimedJob> log)
{
    [AutomaticRetry(Attempts = 3)]
    public async Task ExecuteAsync(string name, CancellationToken stop)
    {
        if (Timetable.Find(name) is not { } job)
        {
            // Stored by an earlier version.
            return;
        }

        var done = await job.Work(services, stop);
        Ran(log, name, done);
    }

    [LoggerMessage(1, LogLevel.Debug, "The job {Name} did {Done}")]
    private static partial void Ran(ILogger log, string name, int done);
}
