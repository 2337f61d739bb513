using System.CommandLine;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Demonstration;
using Microsoft.Extensions.Options;

namespace GmConnect.Web.Commands;

public static class SeedVerb
{
    public static Command Make()
    {
        var residents = new Option<int?>("--residents")
        {
            Description = "How many invented residents, the named ones included.", HelpName = "N"
        };
        var seed = new Option<int?>("--seed") { Description = "The same numbers give the same world.", HelpName = "S" };
        var verb = new Command("seed", "Fills an empty database with the demonstration world; refuses one that holds anything else.")
        {
            residents, seed
        };
        verb.SetAction(async (given, stop) =>
        {
            await using var services = VerbServices.Build();
            var wanted = services.Services.GetRequiredService<IOptions<DemonstrationOptions>>().Value;
            wanted.Residents = given.GetValue(residents) ?? wanted.Residents;
            wanted.Seed = given.GetValue(seed) ?? wanted.Seed;
            await services.Services.GetRequiredService<MigrateDatabase>().ExecuteAsync(stop);

            using var bar = new ProgressBar();
            var outcome = await services.Services.GetRequiredService<SeedDemonstration>().ExecuteAsync(wanted, bar, stop);
            bar.Dispose();
            if (outcome.Refusal is { } refusal)
            {
                return await services.RefuseAsync(refusal);
            }

            if (services.Services.GetRequiredService<Keyring>().CanSeal)
            {
                await services.Services.GetRequiredService<SealLog>().ExecuteAsync(stop);
            }

            await Console.Out.WriteLineAsync($"The demonstration world is there: {wanted.Residents} residents, seed {wanted.Seed}.");

            return 0;
        });

        return verb;
    }
}
