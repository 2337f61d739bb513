using GmConnect.Domain.Agencies;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.CarePlans;

internal sealed class CarePlanMapping :
    IEntityTypeConfiguration<CarePlan>,
    IEntityTypeConfiguration<PlanGoal>,
    IEntityTypeConfiguration<PlanAction>,
    IEntityTypeConfiguration<PlanStatement>,
    IEntityTypeConfiguration<PlanReview>,
    IEntityTypeConfiguration<PlanComment>,
    IEntityTypeConfiguration<PlanChange>
{
    public void Configure(EntityTypeBuilder<CarePlan> plan)
    {
        // One plan a person: two agencies that open a case at the same moment cannot begin two.
        plan.HasIndex(p => p.ResidentId).IsUnique();
        plan.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
        plan.HasMany(p => p.Goals).WithOne().HasForeignKey(g => g.PlanId);
        plan.HasMany(p => p.Actions).WithOne().HasForeignKey(a => a.PlanId);
        plan.Ignore(p => p.LastReview);
        plan.HasMany(p => p.Statements).WithOne().HasForeignKey(s => s.PlanId);
        plan.HasMany(p => p.Reviews).WithOne().HasForeignKey(r => r.PlanId);
        plan.HasMany(p => p.Comments).WithOne().HasForeignKey(c => c.PlanId);
        plan.HasMany(p => p.Changes).WithOne().HasForeignKey(c => c.PlanId);
    }

    public void Configure(EntityTypeBuilder<PlanGoal> goal) => goal.Property(g => g.Text).HasMaxLength(PlanGoal.TextMaxLength);

    public void Configure(EntityTypeBuilder<PlanAction> action)
    {
        action.Property(a => a.What).HasMaxLength(PlanAction.WhatMaxLength);
        action.Property(a => a.Task).HasMaxLength(PlanAction.TaskMaxLength);
        action.Ignore(a => a.Owner);
        action.HasOne<Agency>().WithMany().HasForeignKey(a => a.OwnerAgencyId);
    }

    public void Configure(EntityTypeBuilder<PlanStatement> statement) => statement.Property(s => s.Text).HasMaxLength(PlanStatement.TextMaxLength);

    public void Configure(EntityTypeBuilder<PlanReview> review)
    {
        review.Property(r => r.Name).HasMaxLength(PlanReview.NameMaxLength);
        review.Property(r => r.Why).HasMaxLength(PlanReview.WhyMaxLength);
    }

    public void Configure(EntityTypeBuilder<PlanComment> comment)
    {
        comment.Property(c => c.Words).HasMaxLength(PlanComment.WordsMaxLength);
        comment.HasIndex(c => new { c.PlanId, c.At });
    }

    public void Configure(EntityTypeBuilder<PlanChange> change)
    {
        change.Property(c => c.Was).HasMaxLength(PlanChange.ValueMaxLength);
        change.Property(c => c.Became).HasMaxLength(PlanChange.ValueMaxLength);
        change.HasIndex(c => new { c.PlanId, c.At });
    }
}
