using GmConnect.Domain.Agencies;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Assessments;

internal sealed class AssessmentMapping :
    IEntityTypeConfiguration<Assessment>,
    IEntityTypeConfiguration<AssessmentAnswer>,
    IEntityTypeConfiguration<AssessmentTurn>,
    IEntityTypeConfiguration<AssessmentApproval>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.Property(a => a.FormId).HasMaxLength(Assessment.FormMaxLength);
        assessment.Ignore(a => a.Form);
        assessment.Ignore(a => a.PendingApprovals);
        assessment.Ignore(a => a.FinishedBy);
        assessment.Ignore(a => a.Asked);
        assessment.HasIndex(a => a.CaseFileId);
        assessment.HasIndex(a => a.ResidentId);
        assessment.HasOne<Resident>().WithMany().HasForeignKey(a => a.ResidentId);
        assessment.HasOne<CaseFile>().WithMany().HasForeignKey(a => a.CaseFileId);
        assessment.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId);
        assessment.HasMany(a => a.Answers).WithOne().HasForeignKey(a => a.AssessmentId);
        assessment.HasMany(a => a.Turns).WithOne().HasForeignKey(t => t.AssessmentId);
        assessment.HasMany(a => a.Approvals).WithOne().HasForeignKey(a => a.AssessmentId);
    }

    public void Configure(EntityTypeBuilder<AssessmentAnswer> answer)
    {
        answer.Property(a => a.Question).HasMaxLength(AssessmentAnswer.QuestionMaxLength);
        answer.Property(a => a.Value).HasMaxLength(AssessmentValues.LongTextMaxLength);
        answer.Ignore(a => a.MustBeLookedAt);
    }

    public void Configure(EntityTypeBuilder<AssessmentTurn> turn) => turn.Property(t => t.Words).HasMaxLength(Assessment.ReasonMaxLength);

    public void Configure(EntityTypeBuilder<AssessmentApproval> approval) => approval.HasIndex(a => a.AskedOf);
}
