using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using GmConnect.Domain.Sharing;
using GmConnect.Web.Commands.Deciding;
using GmConnect.Web.Ui;

namespace GmConnect.Web.Commands;

/// <summary>Decides a file of cases, so that another engine can be compared with ours. It opens no database.</summary>
public static class SharingVerb
{
    private const int NotUnderstood = 2;

    // The output is read by programs and people, never put into a page.
    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var facts = new Option<FileInfo>("--facts") { Description = "What is known: JSON lines.", Required = true, HelpName = "FILE" };
        var requests = new Option<FileInfo>("--requests") { Description = "What is asked: JSON lines.", Required = true, HelpName = "FILE" };
        var answers = new Option<FileInfo>("--out") { Description = "Where the answers go: JSON lines.", Required = true, HelpName = "FILE" };
        facts.AcceptExistingOnly();
        requests.AcceptExistingOnly();
        var decide = new Command("decide", "Decides each request by the facts. The lines are described in docs/sharing-decision.md.")
        {
            facts, requests, answers
        };
        decide.SetAction(async (given, stop) =>
        {
            await using var services = VerbServices.Build();
            try
            {
                return await DecideAsync(
                    given.GetRequiredValue(facts),
                    given.GetRequiredValue(requests),
                    given.GetRequiredValue(answers),
                    services.Services.GetRequiredService<DecisionWords>(),
                    stop);
            }
            catch (LineNotUnderstood fault)
            {
                await Console.Error.WriteLineAsync(fault.Message);

                return NotUnderstood;
            }
        });

        return new Command("sharing", "The sharing decision.") { decide };
    }

    private static async Task<int> DecideAsync(
        FileInfo facts, FileInfo requests, FileInfo answers, DecisionWords words, CancellationToken stop)
    {
        var (known, asked) = (LineByLine.Read<FactLine>(facts), LineByLine.Read<RequestLine>(requests));
        var ids = new IdsInOrder(known.SelectMany(f => f.Ids).Concat(asked.SelectMany(q => q.Ids)));
        var byPerson = FactsInFile.Read(known, ids);
        // All is decided before anything is written: a line not understood leaves no half answer.
        var decided = asked.Select(q => (q.Id, Decision: RequestInFile.Decide(q, byPerson, ids))).ToList();

        await using var file = new StreamWriter(answers.FullName);
        foreach (var (id, decision) in decided)
        {
            await file.WriteLineAsync(Line(id, decision, words, ids).AsMemory(), stop);
        }

        await Console.Error.WriteLineAsync($"{decided.Count} decided");

        return 0;
    }

    private static string Line(string id, AccessDecision decision, DecisionWords words, IdsInOrder ids)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _plain))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("decision", decision.Verdict.ToString().ToLowerInvariant());
            json.WriteBoolean("overridable", decision.Overridable);
            json.WriteStartArray("parts");
            foreach (var part in decision.Parts)
            {
                json.WriteStringValue(part.ToString());
            }

            json.WriteEndArray();
            if (decision.Ground is { } ground)
            {
                json.WriteStartObject("ground");
                json.WriteString("kind", ground.Kind.ToString());
                json.WriteStartArray("facts");
                foreach (var fact in ground.Facts)
                {
                    json.WriteStringValue(ids.Text(fact));
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("ground");
            }

            if (decision.Because is { } because)
            {
                json.WriteString("because", because.ToString());
                json.WriteNumber("rule", DecisionWords.RuleOf(because));
                json.WriteString("says", words.For(because));
            }
            else
            {
                json.WriteNull("because");
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
