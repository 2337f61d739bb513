using GmConnect.Web.Commands;
using GmConnect.Web.Composition;
using GmConnect.Web.Identity;

if (Verbs.Asked(args))
{
    return await Verbs.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.UseTheOneSettingsFile();
builder.RefuseDemonstrationOutsideDevelopment();

builder.AddListening();
builder.AddLimits();
builder.AddWatching();
builder.AddSignIn();
builder.AddWebShell();
builder.AddFeatures();

var app = builder.Build();
app.UseThePipeline();
app.MapEverything();
// Taken now: when the catch below asks, the services are gone.
var stopping = app.Lifetime.ApplicationStopping;

try
{
    await app.RunAsync();
}
catch (Exception late) when (stopping.IsCancellationRequested && RanOutOfTime(late))
{
    // The time to stop ran out on somebody who never finished sending; what was acknowledged is kept.
}

return 0;

static bool RanOutOfTime(Exception late) => late is AggregateException several
    ? several.Flatten().InnerExceptions.All(RanOutOfTime)
    : late is OperationCanceledException;
