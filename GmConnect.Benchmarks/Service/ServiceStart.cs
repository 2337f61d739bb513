namespace GmConnect.Benchmarks.Service;

/// <param name="Command">What <c>dotnet</c> is told to run.</param>
/// <param name="Residents">How many the demonstration world holds.</param>
public sealed record ServiceStart(IReadOnlyList<string> Command, int Residents)
{
    /// <summary>0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether memory can be asked for; cold starts are measured without the hook.</summary>
    public bool WithMemory { get; init; }

    /// <summary>By their name in the environment.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public static ServiceStart Of(Arguments arguments) =>
        new([BuiltService.Program(arguments.Text("configuration", "Release"))], arguments.Number("residents", 500))
        {
            Port = arguments.Number("port", 0),
            WithMemory = true
        };
}
