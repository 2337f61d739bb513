using System.CommandLine;
using System.Globalization;
using GmConnect.Domain.Auditing;

namespace GmConnect.Web.Commands;

public static class AuditVerb
{
    private const int Good = 0;
    private const int No = 1;

    public static Command Make() => new("audit", "The access log: whether it is whole, and proofs of its entries (docs/audit.md).")
    {
        Verify(), Prove(), Check()
    };

    private static Command Verify()
    {
        var head = new Option<FileInfo>("--head")
        {
            Description = "Check against the heads in this file instead of the configured anchors.", HelpName = "FILE"
        };
        head.AcceptExistingOnly();
        var verb = new Command("verify", "Checks every sealed entry, every batch and the heads kept outside the database.") { head };
        verb.SetAction(async (given, stop) =>
        {
            await using var services = VerbServices.Build();
            var progress = new EntriesChecked();
            var found = await services.Services.GetRequiredService<VerifyLog>()
                .ExecuteAsync(given.GetValue(head) is { } file ? [file.FullName] : null, progress, stop);
            await Console.Out.WriteLineAsync(Said(found, services.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));

            return found.IsWhole ? Good : No;
        });

        return verb;
    }

    private static Command Prove()
    {
        var entry = new Argument<Guid>("entry") { Description = "The id of an entry." };
        var to = new Option<FileInfo>("--out") { Description = "Where the proof is written.", HelpName = "FILE", Required = true };
        var verb = new Command("prove", "Writes a proof that one entry was sealed, which anybody can check without us.") { entry, to };
        verb.SetAction(async (given, stop) =>
        {
            await using var services = VerbServices.Build();
            var proof = await services.Services.GetRequiredService<ProveEntry>().UnsafeOfAnyAsync(given.GetRequiredValue(entry), stop);
            if (!proof.Succeeded)
            {
                return await services.RefuseAsync(proof.Refusal);
            }

            await File.WriteAllTextAsync(given.GetRequiredValue(to).FullName, proof.Value.ToJson(), stop);
            await Console.Out.WriteLineAsync($"The proof is in {given.GetRequiredValue(to)}.");

            return Good;
        });

        return verb;
    }

    private static Command Check()
    {
        var file = new Argument<FileInfo>("file") { Description = "A proof." };
        file.AcceptExistingOnly();
        var verb = new Command("check", "Checks a proof, against the public keys that this installation trusts.") { file };
        verb.SetAction(async (given, stop) =>
        {
            await using var services = VerbServices.Build();
            var proof = EntryProof.FromJson(await File.ReadAllTextAsync(given.GetRequiredValue(file).FullName, stop));
            var verdict = proof is null ? ProofVerdict.NotReadable : CheckProof.Check(proof, services.Services.GetRequiredService<Keyring>());
            await Console.Out.WriteLineAsync(verdict switch
            {
                ProofVerdict.Holds => $"The proof holds: entry {proof!.Entry.Fields["Id"]}, sealed in batch {proof.Batch.Fields["Number"]}.",
                ProofVerdict.KeyNotKnown => "The proof holds in itself, but its key is not one of this installation's.",
                ProofVerdict.NotReadable => "This is no proof.",
                ProofVerdict.FieldsDiffer => "The proof is false: what it shows is not what was sealed.",
                ProofVerdict.NotInTheTree => "The proof is false: this entry is not in the batch.",
                ProofVerdict.NotSigned => "The proof is false: its key did not sign this batch.",
                _ => "The proof is false: the anchored head is another batch's."
            });

            return verdict is ProofVerdict.Holds ? Good : No;
        });

        return verb;
    }

    private static string Said(VerifiedLog found, DateTime now)
    {
        var lines = new List<string>
        {
            Line("entries", found.Entries), Line("destroyed", found.Destroyed), Line("batches", found.Batches), Line("heads checked", found.HeadsChecked),
            Line("unsealed", found.Unsealed)
        };
        if (found.OldestUnsealed is { } oldest)
        {
            lines.Add(Line("oldest unsealed, seconds", (long)(now - oldest).TotalSeconds));
        }

        lines.Add(found.FirstBreach is { } breach ? $"broken at: {breach.Where}\n{breach.What}" : "The log is whole.");

        return string.Join('\n', lines);
    }

    private static string Line(string what, long count) => string.Create(CultureInfo.InvariantCulture, $"{what}: {count}");

    /// <summary>How far it is, on standard error: a line for each hundred thousand entries.</summary>
    private sealed class EntriesChecked : IProgress<long>
    {
        private const long Step = 100_000;

        private long steps;

        public void Report(long value)
        {
            if (value / Step > steps)
            {
                steps = value / Step;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} entries checked"));
            }
        }
    }
}
