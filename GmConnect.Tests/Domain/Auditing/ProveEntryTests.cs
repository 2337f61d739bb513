using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Auditing;

public class ProveEntryTests
{
    [UseCase]
    public async Task Proof_HoldsWithoutUs_ForEveryEntry(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider, batchSize: 7);
        var entries = await log.RecordAsync(12);
        await log.SealAsync();
        var stranger = new Keyring(null, [PublicKey.FromPem(log.Key.Public.Pem)]);

        foreach (var entry in entries)
        {
            var proof = EntryProof.FromJson((await ProofAsync(log, entry)).ToJson())!;

            Assert.Equal(ProofVerdict.Holds, CheckProof.Check(proof, stranger));
            Assert.Equal(ProofVerdict.KeyNotKnown, CheckProof.Check(proof, new Keyring(null, [])));
            Assert.Equal((entry.Id.ToString(), $"{entry.Role}"), (proof.Entry.Fields["Id"], proof.Entry.Fields["Role"]));
            Assert.Equal(proof.Batch.Fields["Number"], $"{proof.Head!.Number}");
        }
    }

    [UseCase]
    public async Task Proof_ThatWasChanged_DoesNotHold(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        var entries = await log.RecordAsync(5);
        await log.SealAsync();
        var (proof, other) = (await ProofAsync(log, entries[2]), await ProofAsync(log, entries[3]));
        using var forged = SealingKey.New();

        Is(ProofVerdict.FieldsDiffer, proof with { Entry = proof.Entry with { Fields = other.Entry.Fields } });
        Is(ProofVerdict.NotInTheTree, proof with { Entry = other.Entry });
        Is(ProofVerdict.NotInTheTree, proof with { Salt = other.Salt });
        Is(ProofVerdict.NotInTheTree, proof with { Index = 3 });
        Is(ProofVerdict.NotInTheTree, proof with { Path = other.Path });
        Is(ProofVerdict.NotSigned, proof with { PublicKey = forged.Public.Pem });
        Is(ProofVerdict.NotSigned, proof with { Signature = Convert.ToBase64String(forged.Sign(Convert.FromBase64String(proof.Batch.Bytes))) });
        Is(ProofVerdict.HeadDiffers, proof with { Head = proof.Head! with { Hash = proof.Path[0] } });
        Is(ProofVerdict.NotReadable, proof with { Salt = "?" });
        Is(ProofVerdict.NotReadable, proof with { PublicKey = "no key" });
        Is(ProofVerdict.NotReadable, proof with { Path = ["no hex"] });
        Is(ProofVerdict.Holds, proof);

        void Is(ProofVerdict expected, EntryProof given) => Assert.Equal(expected, CheckProof.Check(given, log.World.The<Keyring>()));
    }

    [UseCase]
    public async Task ExecuteAsync_TheResident_GetsTheProof_AndTheLookIsRecorded(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        var george = A.SignInOf(log.Residents[0]);
        await log.World.SaveAsync(george);
        var entry = await MineAsync(log);
        var prove = log.World.The<ProveEntry>();
        Expect.Refused<EntryNotSealed, EntryProof>(await prove.ExecuteAsync(entry.Id, george.AsActor()));
        await log.SealAsync();

        Expect.Value(await prove.ExecuteAsync(entry.Id, george.AsActor()));

        Assert.Equal(2, await log.World.ReadAsync(d => d.Set<AccessEntry>().CountAsync(e => e.AccountId == george.Id && e.Kind == AccessKind.Looked)));
        var stranger = A.Stranger();
        await log.World.SaveAsync(stranger);
        Expect.Refused<NotFound, EntryProof>(await prove.ExecuteAsync(entry.Id, stranger.AsActor()));
        Expect.Refused<NotFound, EntryProof>(await prove.UnsafeOfAnyAsync(Guid.CreateVersion7()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"format":"gm-connect-entry-proof/2"}""")]
    [InlineData("""{"format":"gm-connect-entry-proof/1","entry":null}""")]
    public void FromJson_WhatIsNoProof_IsNothing(string json) => Assert.Null(EntryProof.FromJson(json));

    private static async Task<EntryProof> ProofAsync(SealedLog log, AccessEntry entry) =>
        Expect.Value(await log.World.The<ProveEntry>().UnsafeOfAnyAsync(entry.Id));

    private static async Task<AccessEntry> MineAsync(SealedLog log) =>
        (await log.RecordAsync(10)).First(e => e.ResidentId == log.Residents[0].Id);
}
