using System.CommandLine;
using GmConnect.Web.Jobs;

namespace GmConnect.Web.Commands;

public static class JobsVerb
{
    public static Command Make()
    {
        var name = new Argument<string>("name") { Description = string.Join(", ", Timetable.All.Select(job => job.Name)) };
        name.AcceptOnlyFromAmong([.. Timetable.All.Select(job => job.Name)]);
        var run = new Command("run", "Runs one job of the timetable now, in the foreground.") { name };
        run.SetAction(async (given, stop) =>
        {
            await using var services = VerbServices.Build();
            var job = Timetable.Find(given.GetRequiredValue(name))!;
            var done = await job.Work(services.Services, stop);
            await Console.Out.WriteLineAsync($"{job.Name} did {done}.");

            return 0;
        });

        return new Command("jobs", "The work that the clock asks for.") { run };
    }
}
