using GmConnect.Domain.Data.Demonstration;

namespace GmConnect.Web.Commands;

/// <summary>How far the seeding is, on standard error: a bar on a terminal, else a line for each tenth.</summary>
public sealed class ProgressBar : IProgress<SeedProgress>, IDisposable
{
    private const int Width = 40;

    private int tenth;
    private bool drawn;

    public void Report(SeedProgress value)
    {
        var done = (double)value.Residents / value.OfResidents;
        var text = $"{value.Residents:N0} of {value.OfResidents:N0} residents";
        if (!Console.IsErrorRedirected)
        {
            var filled = (int)(done * Width);
            Console.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {done,4:P0} {text}");
            drawn = true;
        }
        else if ((int)(done * 10) is var reached && reached > tenth)
        {
            tenth = reached;
            Console.Error.WriteLine(text);
        }
    }

    public void Dispose()
    {
        if (drawn)
        {
            Console.Error.WriteLine();
            drawn = false;
        }
    }
}
