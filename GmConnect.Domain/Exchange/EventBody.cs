using System.Text.Json;
using System.Text.Json.Serialization;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Exchange;

/// <summary>
/// What a partner's system is told, as CloudEvents 1.0 JSON: the fields that its consent permits and nothing else.
/// </summary>
internal static class EventBody
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) }
    };

    /// <param name="answerTo">Where the partner may answer this one event.</param>
    public static string Write(OutboxMessage message, string subject, Uri answerTo, object data) =>
        JsonSerializer.Serialize(
            new CloudEvent(
                "1.0",
                message.Id.ToString(),
                "/gm-connect",
                TypeOf(message.Kind),
                subject,
                message.WrittenAt,
                "application/json",
                answerTo,
                data),
            _options);

    public static object Story(
        Resident resident, Agency agency, bool place, ConsentRecord consent, IEnumerable<ConfirmedPart> latest)
    {
        var covered = consent.Parts.Select(p => p.Part).ToHashSet();

        return new
        {
            Person = Person(resident, agency.Kind, place),
            consent.Purpose,
            PermittedUntil = consent.Until,
            ConsentReference = consent.Reference,
            Parts = latest.Where(p => covered.Contains(p.Part)).OrderBy(p => p.Part).Select(p => new
            {
                p.Part,
                Version = p.Number,
                p.ConfirmedAt,
                p.SupportedBy,
                Answers = p.Words.Select(w => new { w.Question, w.Text })
            })
        };
    }

    public static object Plan(Resident resident, Agency agency, bool place, CarePlan plan) => new
    {
        Person = Person(resident, agency.Kind, place),
        Goals = plan.Goals.OrderBy(g => g.AddedAt).Select(g => new { g.Id, g.Text, g.Status }),
        Actions = plan.Actions.OrderBy(a => a.AddedAt).Select(a => new
        {
            a.Id, a.GoalId, a.What, IsYours = a.OwnerAgencyId == agency.Id, a.Due, a.Status
        })
    };

    public static object Withdrawal(ConsentRecord consent) => new
    {
        ConsentReference = consent.Reference,
        consent.WithdrawnAt
    };

    private static object Person(Resident resident, AgencyKind kind, bool place)
    {
        var who = WhoItIs.ForSystem(resident, kind, place);

        return new { who.FullName, who.BirthDate, who.NhsNumber, who.Address, who.Phone };
    }

    private static string TypeOf(MessageKind kind) => kind switch
    {
        MessageKind.StoryShared => "uk.gm-connect.story.shared.v1",
        MessageKind.PlanChanged => "uk.gm-connect.plan.changed.v1",
        _ => "uk.gm-connect.consent.withdrawn.v1"
    };

    private sealed record CloudEvent(
        string Specversion, string Id, string Source, string Type, string Subject, DateTime Time, string Datacontenttype,
        Uri Answerto, object Data);
}
