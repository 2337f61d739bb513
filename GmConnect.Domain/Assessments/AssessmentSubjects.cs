using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Assessments;

internal static class AssessmentSubjects
{
    public static readonly Subject<Assessment> Assessment = new(
        DataCategory.Case, rows => rows.Include(a => a.Answers).Include(a => a.Turns).Include(a => a.Approvals).AsSplitQuery());
}
