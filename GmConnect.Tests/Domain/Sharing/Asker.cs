using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>Who asks in a named case; what they ask is said by a verb.</summary>
internal sealed record Asker(Actor Actor, Purpose Purpose)
{
    public static Asker TheResident { get; } = new(new(Telling.Person, "", Role.Resident, ResidentId: Telling.Person), Purpose.OwnRecord);

    public static Asker AnotherResident { get; } = new(new(Telling.Omar, "", Role.Resident, ResidentId: Telling.Omar), Purpose.OwnRecord);

    public static Asker Helen { get; } = new(new(Telling.Helen, "", Role.Delegate), Purpose.OwnRecord);

    public static Asker Omar { get; } = new(new(Telling.Omar, "", Role.Delegate), Purpose.OwnRecord);

    public static Asker TheGuardian { get; } = new(new(Telling.Omar, "", Role.DataGuardian), Purpose.Oversight);

    public static Asker LeadAt(AgencyKind kind) => new(new(Telling.Omar, "", Role.GovernanceLead, AgencyId: Telling.Agency(kind)), Purpose.Oversight);

    public static Asker WorkerAt(AgencyKind kind, Role role = Role.CaseWorker) => new(
        new(Telling.WorkerAt(kind), "", role, AgencyId: Telling.Agency(kind), TeamId: Telling.TeamOf(kind)),
        SecondEngineTables.Purposes(kind).FirstOrDefault(Purpose.Care));

    public static Asker SystemOf(AgencyKind kind) =>
        new(new(Telling.Agency(kind), "", Role.PartnerSystem, AgencyId: Telling.Agency(kind)), SecondEngineTables.Purposes(kind)[0]);

    public Asker For(Purpose purpose) => this with { Purpose = purpose };

    public Asker As(Role role) => this with { Actor = Actor with { Role = role } };

    public Question Reads(DataCategory category, Guid? row = null) => new(this, category, Act.Read, Usual, row);

    public Question Reads(params StoryPartKind[] parts) => new(this, DataCategory.StoryPart, Act.Read, Usual, Parts: parts);

    public Question Prints(params StoryPartKind[] parts) => new(this, DataCategory.StoryPart, Act.Read, Channel.Export, Parts: parts);

    public Question Prints(DataCategory category) => new(this, category, Act.Read, Channel.Export);

    public Question Writes(DataCategory category) => new(this, category, Act.Write, Usual);

    public Question Asks(DataCategory category, Channel channel) => new(this, category, Act.Read, channel);

    private Channel Usual => Actor.Role is Role.PartnerSystem ? Channel.Exchange : Channel.Page;

    internal sealed record Question(
        Asker Asker, DataCategory Category, Act Act, Channel Channel, Guid? Row = null, IReadOnlyCollection<StoryPartKind>? Parts = null)
    {
        public AccessRequest Of(Telling told) =>
            new(Asker.Actor, Telling.Person, Category, Act, Asker.Purpose, Channel, told.Now, Parts, Row);
    }
}
