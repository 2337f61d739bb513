namespace GmConnect.Benchmarks;
public static class ShareToInbox { public static Task<int> RunAsync(Arguments arguments) => Task.FromResult(2); }
