namespace GmConnect.Domain.Data.Demonstration;

internal enum Sex
{
    Female,
    Male
}

/// <summary>A name as a person uses it, with the community it is at home in.</summary>
internal sealed record PersonName(string Given, string Family, Sex Sex, string Community)
{
    public string Full => $"{Given} {Family}";
}

/// <param name="Share">How often it is drawn, compared with the others.</param>
/// <param name="MoreIn">Boroughs where it is drawn three times as often.</param>
internal sealed record Community(string Name, int Share, string[] MoreIn, string[] Women, string[] Men, string[] Families);
