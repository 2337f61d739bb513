using GmConnect.Benchmarks;

// One verb, one class. README.md beside this file says what each prints.
return args switch
{
    ["cold-start", .. var rest] => await ColdStart.RunAsync(new Arguments(rest)),
    ["citizen-pages", .. var rest] => await CitizenPages.RunAsync(new Arguments(rest)),
    ["circuits", .. var rest] => await Circuits.RunAsync(new Arguments(rest)),
    ["share-to-inbox", .. var rest] => await ShareToInbox.RunAsync(new Arguments(rest)),
    ["board", .. var rest] => await BoardScenario.RunAsync(new Arguments(rest)),
    ["seed", .. var rest] => await SeedScenario.RunAsync(new Arguments(rest)),
    ["decide", .. var rest] => await DecideScenario.RunAsync(new Arguments(rest)),
    ["case-history", .. var rest] => await CaseHistory.RunAsync(new Arguments(rest)),
    ["documents", .. var rest] => await DocumentsScenario.RunAsync(new Arguments(rest)),
    ["drain", .. var rest] => await DrainScenario.RunAsync(new Arguments(rest)),
    ["seal", .. var rest] => await SealScenario.RunAsync(new Arguments(rest)),
    ["verify", .. var rest] => await VerifyScenario.RunAsync(new Arguments(rest)),
    [PartnerProcess.Verb] => await PartnerProcess.ServeAsync(),
    _ => WrongUse()
};

static int WrongUse()
{
    Console.Error.WriteLine("Usage: GmConnect.Benchmarks cold-start | citizen-pages | circuits | share-to-inbox | board | seed | decide | case-history | documents | drain | seal | verify. See README.md.");

    return 2;
}
