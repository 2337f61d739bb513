using System.CommandLine;
using GmConnect.Domain.Data;

namespace GmConnect.Web.Commands;

public static class MigrateVerb
{
    public static Command Make()
    {
        var verb = new Command("migrate", "Brings the configured database to the current schema. Safe to repeat, also after a kill.");
        verb.SetAction(async (_, stop) =>
        {
            await using var services = VerbServices.Build();
            await services.Services.GetRequiredService<MigrateDatabase>().ExecuteAsync(stop);
            await Console.Out.WriteLineAsync("The database has the current schema.");

            return 0;
        });

        return verb;
    }
}
