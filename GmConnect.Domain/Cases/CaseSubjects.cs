using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

internal static class CaseSubjects
{
    public static readonly Subject<CaseFile> Case = new(
        DataCategory.Case, cases => cases.Include(c => c.CareTeam).Include(c => c.Turns).Include(c => c.Approvals).AsSplitQuery());

    public static readonly Subject<CaseNote> Note = new(DataCategory.Case);

    public static readonly Subject<CaseDocument> Document = new(DataCategory.Case);

    public static readonly Subject<CaseDocumentContent> DocumentContent = new(DataCategory.Case);
}
