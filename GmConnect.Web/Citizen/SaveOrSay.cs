using System.Data.Common;
using GmConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Web.Citizen;

/// <summary>Storage did not answer: locked, full or out of reach. Nothing was saved, and the same press may work in a minute.</summary>
public sealed record NotSavedJustNow : Refusal;

/// <summary>
/// The one place where a citizen's form meets a storage fault: it becomes a sentence beside what was typed instead of an error
/// page. Every other fault goes on to the error page.
/// </summary>
public sealed partial class SaveOrSay(ILogger<SaveOrSay> log)
{
    public async Task<Outcome<T>> TryAsync<T>(Func<Task<Outcome<T>>> save)
    {
        try
        {
            return await save();
        }
        catch (Exception fault) when (IsOfStorage(fault))
        {
            StorageFailed(log, fault.GetType().Name, fault.GetBaseException().GetType().Name);

            return new NotSavedJustNow();
        }
    }

    public async Task<Outcome> TryAsync(Func<Task<Outcome>> save) => await TryAsync(async () =>
    {
        var saved = await save();

        return saved.Succeeded ? true : (Outcome<bool>)saved.Refusal;
    });

    /// <summary>Reads for a page that is shown again; without storage it is shown from what was posted.</summary>
    public Task<Outcome> TryAsync(Func<Task> read) => TryAsync(async () =>
    {
        await read();

        return Outcome.Done;
    });

    private static bool IsOfStorage(Exception fault) => fault is DbException or DbUpdateException or TimeoutException or IOException;

    // The kinds only: a database's message may quote a row.
    [LoggerMessage(1, LogLevel.Error, "A citizen's form was not saved: {Fault} of {Cause}")]
    private static partial void StorageFailed(ILogger log, string fault, string cause);
}
