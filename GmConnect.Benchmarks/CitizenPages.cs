namespace GmConnect.Benchmarks;
public static class CitizenPages { public static Task<int> RunAsync(Arguments arguments) => Task.FromResult(2); }
