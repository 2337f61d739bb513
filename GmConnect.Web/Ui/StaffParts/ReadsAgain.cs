using GmConnect.Domain.Common;

namespace GmConnect.Web.Ui.StaffParts;

/// <summary>Reads again when a topic is told: a burst is read once, and what follows it not sooner than a breath after.</summary>
/// <param name="onTheCircuit">A component's InvokeAsync.</param>
/// <param name="read">What is done again.</param>
/// <param name="failed">A component's DispatchExceptionAsync.</param>
public sealed class ReadsAgain(Func<Func<Task>, Task> onTheCircuit, Func<Task> read, Func<Exception, Task> failed) : IDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    private readonly List<IDisposable> watching = [];
    private bool reading;
    private bool again;

    public bool IsOver { get; private set; }

    public void Watch(LiveUpdates updates, IEnumerable<string> topics)
    {
        Stop();
        watching.AddRange(topics.Select(topic => updates.WatchAfterReading(topic, () => onTheCircuit(ReadAsync))));
    }

    /// <summary>Now, or once more when what is being read is read.</summary>
    public async Task ReadAsync()
    {
        if (IsOver || reading)
        {
            again = true;

            return;
        }

        reading = true;
        try
        {
            do
            {
                again = false;
                await read();
                await Task.Delay(Breath);
            }
            while (again && !IsOver);
        }
        catch (Exception fault) when (!IsOver)
        {
            await failed(fault);
        }
        finally
        {
            reading = false;
        }
    }

    private void Stop()
    {
        watching.ForEach(one => one.Dispose());
        watching.Clear();
    }

    public void Dispose()
    {
        IsOver = true;
        Stop();
    }
}
