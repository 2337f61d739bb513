using GmConnect.Domain.Agencies;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.CarePlans;

internal sealed class CarePlanMapping :
    IEntityTypeConfiguration<CarePlan>,
    IEntityTypeConfiguration<PlanGoal>,
    IEntityTypeConfiguration<PlanAction>,
    IEntityTypeConfiguration<PlanChange>
{
    public void Configure(EntityTypeBuilder<CarePlan> plan)
    {
        // One plan a person: two agencies that open a case at the same moment cannot begin two.
        plan.HasIndex(p => p.ResidentId).IsUnique();
        plan.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
        plan.HasMany(p => p.Goals).WithOne().HasForeignKey(g => g.PlanId);
        plan.HasMany(p => p.Actions).WithOne().HasForeignKey(a => a.PlanId);
        plan.HasMany(p => p.Changes).WithOne().HasForeignKey(c => c.PlanId);
    }

    public void Configure(EntityTypeBuilder<PlanGoal> goal) => goal.Property(g => g.Text).HasMaxLength(PlanGoal.TextMaxLength);

    public void Configure(EntityTypeBuilder<PlanAction> action)
    {
        action.Property(a => a.What).HasMaxLength(PlanAction.WhatMaxLength);
        action.HasOne<Agency>().WithMany().HasForeignKey(a => a.OwnerAgencyId);
    }

    public void Configure(EntityTypeBuilder<PlanChange> change)
    {
        change.Property(c => c.Was).HasMaxLength(PlanChange.ValueMaxLength);
        change.Property(c => c.Became).HasMaxLength(PlanChange.ValueMaxLength);
    }
}
