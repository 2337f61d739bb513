using GmConnect.Domain.Agencies;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Citizen;

/// <summary>What an agency is, where its name would tell somebody where a protected person lives.</summary>
public sealed class AgencyKindWords(IStringLocalizer<CitizenTexts> words)
{
    public string For(AgencyKind kind) => words[$"Agency-{kind}"];
}
