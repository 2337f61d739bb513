using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GmConnect.Tests.TestSupport;

/// <summary>Makes saving fail while <see cref="IsBroken"/>, as a full disk does: after the rows are prepared, before they are kept.</summary>
public sealed class BrokenDisk : SaveChangesInterceptor
{
    public bool IsBroken { get; set; }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        IsBroken ? throw new IOException("No space left on device") : ValueTask.FromResult(result);
}
