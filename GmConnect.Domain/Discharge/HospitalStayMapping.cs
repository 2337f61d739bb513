using GmConnect.Domain.Agencies;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Discharge;

internal sealed class HospitalStayMapping :
    IEntityTypeConfiguration<HospitalStay>,
    IEntityTypeConfiguration<ExpectedDate>,
    IEntityTypeConfiguration<CriteriaReview>,
    IEntityTypeConfiguration<PathwayDecision>,
    IEntityTypeConfiguration<Blocker>,
    IEntityTypeConfiguration<CarerTold>,
    IEntityTypeConfiguration<DoseGiven>
{
    private const int ReasonMaxLength = 60;

    public void Configure(EntityTypeBuilder<HospitalStay> stay)
    {
        stay.Property(s => s.Ward).HasMaxLength(HospitalStay.WardMaxLength);
        stay.Property(s => s.WhatMustBeTrue).HasMaxLength(HospitalStay.WhatMustBeTrueMaxLength);
        stay.Property(s => s.LeavingWhy).HasMaxLength(HospitalStay.LeavingWhyMaxLength);
        stay.Ignore(s => s.Expected);
        stay.Ignore(s => s.LastReview);
        stay.Ignore(s => s.Decided);
        stay.Ignore(s => s.LastTold);
        stay.ComplexProperty(s => s.Needs, needs => needs.Ignore(n => n.IsAsked));
        // Two who note the same admission at the same moment note one.
        stay.HasIndex(s => new { s.ResidentId, s.AdmittedOn }).IsUnique();
        stay.HasIndex(s => new { s.AgencyId, s.Status });
        stay.HasOne<Resident>().WithMany().HasForeignKey(s => s.ResidentId);
        stay.HasOne<Agency>().WithMany().HasForeignKey(s => s.AgencyId);
        stay.HasMany(s => s.ExpectedDates).WithOne().HasForeignKey(d => d.StayId);
        stay.HasMany(s => s.Reviews).WithOne().HasForeignKey(r => r.StayId);
        stay.HasMany(s => s.Pathways).WithOne().HasForeignKey(p => p.StayId);
        stay.HasMany(s => s.Blockers).WithOne().HasForeignKey(b => b.StayId);
        stay.HasMany(s => s.CarersTold).WithOne().HasForeignKey(t => t.StayId);
        stay.HasMany(s => s.Doses).WithOne().HasForeignKey(d => d.StayId);
    }

    public void Configure(EntityTypeBuilder<ExpectedDate> date) => date.Property(d => d.Why).HasMaxLength(ExpectedDate.WhyMaxLength);

    public void Configure(EntityTypeBuilder<CriteriaReview> review)
    {
        review.Property(r => r.Codes).HasMaxLength(CriteriaReview.CodesMaxLength);
        review.Ignore(r => r.Criteria);
    }

    public void Configure(EntityTypeBuilder<PathwayDecision> decision) => decision.Property(d => d.Why).HasMaxLength(PathwayDecision.WhyMaxLength);

    public void Configure(EntityTypeBuilder<Blocker> blocker)
    {
        blocker.Property(b => b.Reason).HasMaxLength(ReasonMaxLength);
        blocker.HasOne<Agency>().WithMany().HasForeignKey(b => b.OwnerAgencyId);
    }

    public void Configure(EntityTypeBuilder<CarerTold> told) => told.Property(t => t.Name).HasMaxLength(CarerTold.NameMaxLength);

    // A dose is given once, whoever notes it.
    public void Configure(EntityTypeBuilder<DoseGiven> dose) => dose.HasIndex(d => new { d.StayId, d.Day }).IsUnique();
}
