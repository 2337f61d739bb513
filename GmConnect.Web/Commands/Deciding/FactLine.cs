namespace GmConnect.Web.Commands.Deciding;

/// <summary>One line of a file of facts, as docs/sharing-decision.md section 3 gives it.</summary>
internal sealed record FactLine
{
    public required string Fact { get; init; }

    public required string Id { get; init; }

    public string? Person { get; init; }

    public DateOnly? Born { get; init; }

    public string? Place { get; init; }

    public string? Kind { get; init; }

    public string? Answer { get; init; }

    public string? By { get; init; }

    public AudienceLine? Audience { get; init; }

    public string? Purpose { get; init; }

    public IReadOnlyList<string>? Purposes { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public IReadOnlyList<string>? Parts { get; init; }

    public string? Agency { get; init; }

    public string? AgencyKind { get; init; }

    public string? Account { get; init; }

    public string? Case { get; init; }

    public string? Scope { get; init; }

    public string? Confirmed { get; init; }

    public string? Law { get; init; }

    public IReadOnlyList<string>? MayKnow { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    public IEnumerable<string?> Ids =>
        [Id, Person, Agency, Account, Case, Audience?.Agency, Audience?.Team, .. MayKnow ?? []];
}

internal sealed record AudienceLine
{
    public string? Agency { get; init; }

    public string? Team { get; init; }

    public string? Kind { get; init; }
}

/// <summary>One line of a file of requests.</summary>
internal sealed record RequestLine
{
    public required string Id { get; init; }

    public required string At { get; init; }

    public required string Person { get; init; }

    public required ActorLine Actor { get; init; }

    public required string Category { get; init; }

    public IReadOnlyList<string>? Parts { get; init; }

    public required string Act { get; init; }

    public required string Purpose { get; init; }

    public required string Channel { get; init; }

    public string? Row { get; init; }

    public IEnumerable<string?> Ids => [Person, Row, Actor.Account, Actor.Agency, Actor.Team, Actor.Resident];
}

internal sealed record ActorLine
{
    public required string Account { get; init; }

    public required string Role { get; init; }

    public string? Agency { get; init; }

    public string? Team { get; init; }

    public string? Resident { get; init; }
}
