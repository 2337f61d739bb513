using System.ComponentModel;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace GmConnect.Web.Documents;

/// <summary>
/// The seam at which another library could take over: HTML in, a tagged PDF out. Behind it one Chromium, started when the first
/// document comes, shared, replaced when it ails or is old, and closed when nobody prints.
/// </summary>
public sealed partial class DocumentPrinter : IAsyncDisposable
{
    private const int Tries = 2;

    private readonly DocumentOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<DocumentPrinter> _log;
    private readonly CancellationToken _stopping;
    private readonly SemaphoreSlim _places;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ITimer _idle;
    private readonly List<Task> _closing = [];
    private Shared? _shared;
    private int _waiting;
    private bool _disposed;

    public DocumentPrinter(IOptions<DocumentOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DocumentPrinter> log)
    {
        (_options, _stopping, _clock, _log) = (options.Value, lifetime.ApplicationStopping, clock, log);
        _places = new SemaphoreSlim(_options.AtOnce);
        _idle = clock.CreateTimer(_ => _ = CloseIdleAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool IsInstalled => File.Exists(_options.Browser);

    /// <summary>
    /// A place to print one document, for as long as it is held. It is taken before anything is read for the document, so that nobody's
    /// record is opened for a document that is never made.
    /// </summary>
    /// <returns>Nothing: too many wait, it took too long, or the service stops.</returns>
    public async Task<IDisposable?> TakePlaceAsync(CancellationToken cancellationToken = default)
    {
        if (_stopping.IsCancellationRequested)
        {
            return null;
        }

        if (!_places.Wait(0, CancellationToken.None) && !await WaitForPlaceAsync(cancellationToken))
        {
            return null;
        }

        return new Place(_places);
    }

    /// <summary>Needs a place. Once begun it is finished, also when the reader has gone: it takes a second, and the place is held as long.</summary>
    /// <returns>Nothing where two browsers failed one after the other; why is in the log.</returns>
    public async Task<byte[]?> PrintAsync(Manuscript manuscript)
    {
        for (var tries = 0; tries < Tries && (tries == 0 || !_stopping.IsCancellationRequested); tries++)
        {
            Shared? shared = null;
            var ails = true;
            try
            {
                shared = await BorrowAsync();
                var printing = shared.Browser.PrintAsync(manuscript);
                // What outlives its time fails with its browser, and nobody waits for it.
                _ = printing.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                var pdf = await printing.WaitAsync(_options.Patience, _clock);
                ails = false;

                return pdf;
            }
            catch (Exception fault) when (fault is PlaywrightException or TimeoutException or IOException or Win32Exception or ObjectDisposedException)
            {
                Failed(_log, fault.GetType().Name, tries + 1);
            }
            finally
            {
                await ReturnAsync(shared, ails);
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        Task[] closing;
        await _turn.WaitAsync();
        try
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            Retire(ails: true);
            closing = [.. _closing];
        }
        finally
        {
            _turn.Release();
        }

        await _idle.DisposeAsync();
        // Each has its own limit.
        await Task.WhenAll(closing);
    }

    private async Task<bool> WaitForPlaceAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > _options.Waiting)
            {
                return false;
            }

            using var until = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping);

            return await _places.WaitAsync(_options.Patience, until.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task<Shared> BorrowAsync()
    {
        await _turn.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_shared is { } old && (!old.Browser.IsConnected || old.Printed >= _options.PerBrowser))
            {
                Retire(ails: !old.Browser.IsConnected);
            }

            _shared ??= new Shared(await RunningBrowser.StartAsync(_options.Browser, _options.Patience));
            _shared.Printed++;
            _shared.InUse++;
            _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

            return _shared;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ReturnAsync(Shared? shared, bool ails)
    {
        if (shared is null)
        {
            return;
        }

        await _turn.WaitAsync();
        try
        {
            shared.InUse--;
            if (shared == _shared && ails)
            {
                Retire(ails: true);
            }
            else if (shared != _shared && shared.InUse == 0)
            {
                Close(shared);
            }
            else if (!_disposed && shared.InUse == 0)
            {
                _idle.Change(_options.Idle, Timeout.InfiniteTimeSpan);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task CloseIdleAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_shared is { InUse: 0 })
            {
                Retire(ails: false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Nobody gets this browser any more. One that ails is closed under whoever prints with it: they try once more on a fresh one.</summary>
    private void Retire(bool ails)
    {
        if (_shared is { } shared && (ails || shared.InUse == 0))
        {
            Close(shared);
        }

        _shared = null;
    }

    private void Close(Shared shared)
    {
        if (!shared.IsClosed)
        {
            shared.IsClosed = true;
            _closing.RemoveAll(task => task.IsCompleted);
            _closing.Add(shared.Browser.DisposeAsync().AsTask());
        }
    }

    // The kind only: a browser's message may quote the page.
    [LoggerMessage(1, LogLevel.Warning, "A document was not printed: {Fault}, try {Try}")]
    private static partial void Failed(ILogger log, string fault, int @try);

    private sealed class Shared(RunningBrowser browser)
    {
        public RunningBrowser Browser { get; } = browser;

        public int Printed { get; set; }

        public int InUse { get; set; }

        public bool IsClosed { get; set; }
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                places.Release();
            }
        }
    }
}
