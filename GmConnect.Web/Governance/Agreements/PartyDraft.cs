using GmConnect.Domain.Agreements;

namespace GmConnect.Web.Governance.Agreements;

/// <summary>One party while its terms are being written.</summary>
public sealed class PartyDraft
{
    /// <summary>The conditions for special data, each with the paragraph that it leans on; the first is none.</summary>
    public static readonly IReadOnlyList<(Article9? Article9, Schedule1? Schedule1)> Conditions =
    [
        (null, null),
        .. Enum.GetValues<Article9>().SelectMany(article => Enum.GetValues<Schedule1>().Cast<Schedule1?>().Append(null)
            .Where(paragraph => new LawfulBasis(default, article, paragraph).IsWhole)
            .Select(paragraph => ((Article9?)article, paragraph)))
    ];

    public Guid Key { get; } = Guid.NewGuid();

    public Guid? Agency { get; set; }

    public PartyRole Role { get; set; } = PartyRole.Controller;

    public Article6 Article6 { get; set; } = Article6.PublicTask;

    /// <summary>A place in <see cref="Conditions"/>.</summary>
    public int Condition { get; set; }

    public static PartyDraft Of(PartyShown party) => new()
    {
        Agency = party.AgencyId, Role = party.Role, Article6 = party.Basis.Article6,
        Condition = Math.Max(0, Conditions.ToList().IndexOf((party.Basis.Article9, party.Basis.Schedule1)))
    };

    public PartyTyped Typed() => new(
        Agency ?? Guid.Empty, Role, new LawfulBasis(Article6, Conditions[Condition].Article9, Conditions[Condition].Schedule1));
}
