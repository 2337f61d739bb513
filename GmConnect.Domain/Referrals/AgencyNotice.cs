using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Referrals;

/// <summary>What an agency did with its copies once it was told that permission ended.</summary>
public enum WithdrawalAnswer
{
    /// <summary>Somebody there has read it.</summary>
    Acknowledged,

    NothingHeld,
    Deleted,

    /// <summary>A named law has them keep it.</summary>
    KeptByLaw
}

public static class WithdrawalAnswers
{
    /// <summary>What is kept may later be deleted; what was deleted stays so.</summary>
    public static bool CanBecome(this WithdrawalAnswer? from, WithdrawalAnswer to) => (from, to) switch
    {
        (null, _) => true,
        (WithdrawalAnswer.Acknowledged, not WithdrawalAnswer.Acknowledged) => true,
        (WithdrawalAnswer.KeptByLaw, WithdrawalAnswer.Deleted) => true,
        _ => false
    };
}

/// <summary>
/// Tells an agency that a permission was withdrawn, and keeps what it answered. It names the work by its reference only: who
/// it was about is theirs to know no longer.
/// </summary>
public sealed class AgencyNotice : IVersioned
{
    public const int LawMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AgencyId { get; init; }

    /// <summary>Of the referral, or of the permission where there was none.</summary>
    public required string ReferralReference { get; init; }

    /// <summary>The permission that ended.</summary>
    public required Guid ConsentId { get; init; }

    public required DateTime At { get; init; }

    public WithdrawalAnswer? Answer { get; private set; }

    /// <summary>The law under which they keep it, as they cite it.</summary>
    public string? Law { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public Guid Version { get; set; }

    public Outcome Take(WithdrawalAnswer answer, string? law, Stamp stamp)
    {
        var cited = PlainText.Clean(law);
        if (!Answer.CanBecome(answer))
        {
            return new WithdrawalAnsweredAlready();
        }

        if (answer is WithdrawalAnswer.KeptByLaw && cited.Length is 0 or > LawMaxLength)
        {
            return new WithdrawalNeedsLaw(LawMaxLength);
        }

        (Answer, Law, AnsweredAt, AnsweredBy) = (answer, answer is WithdrawalAnswer.KeptByLaw ? cited : null, stamp.At, stamp.By);

        return Outcome.Done;
    }
}

internal sealed class AgencyNoticeMapping : IEntityTypeConfiguration<AgencyNotice>
{
    public void Configure(EntityTypeBuilder<AgencyNotice> notice)
    {
        notice.Property(n => n.ReferralReference).HasMaxLength(Referral.ReferenceMaxLength);
        notice.Property(n => n.Law).HasMaxLength(AgencyNotice.LawMaxLength);
        notice.HasIndex(n => new { n.AgencyId, n.At });
        notice.HasIndex(n => n.ConsentId);
        notice.HasOne<Agency>().WithMany().HasForeignKey(n => n.AgencyId);
    }
}
