using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

internal static class CaseSubjects
{
    public static readonly Subject<CaseFile> Case = new(DataCategory.Case, cases => cases.Include(c => c.CareTeam));
}
