using GmConnect.Domain.Common;

namespace GmConnect.Domain.Retention;

/// <summary>
/// The section <c>Retention</c> of the settings. Rules given there take the place of these; the years are the field's practice as
/// we know it and are not verified (docs/decisions/0019), so they are here and nowhere else. A whole record counts from the last
/// time that somebody with a ground opened, changed or was sent anything of it; a referral from the day it ended; the log from
/// the day its record was destroyed.
/// </summary>
public sealed class RetentionOptions
{
    /// <summary>A record of somebody who was a child when it was last used is kept until this birthday at least.</summary>
    public int ChildUntil { get; set; } = 25;

    /// <summary>And of somebody who was 17 until this one.</summary>
    public int SeventeenUntil { get; set; } = 26;

    /// <summary>How many reviews one run may put on the desk: a guardian reads each.</summary>
    public int ReviewsAtOnce { get; set; } = 50;

    public IList<RetentionRule> Rules { get; set; } = [];

    public static IReadOnlyList<RetentionRule> Usual { get; } =
    [
        new()
        {
            Name = "Care record", Class = RecordClass.WholeRecord, Years = 8,
            Source = "Records Management Code of Practice: adult social care, 8 years after the person was last seen"
        },
        new()
        {
            Name = "Contact without service", Class = RecordClass.EndedReferral, Years = 2,
            Source = "Records Management Code of Practice: first contact that led to no service, 2 years"
        },
        new()
        {
            Name = "Log of a destroyed record", Class = RecordClass.AccessLog, Years = 2,
            Source = "Our own promise: as long as the record and 2 years more"
        }
    ];

    /// <summary>The borough's own rule, or the one for everywhere.</summary>
    public RetentionRule For(RecordClass kept, string? borough) =>
        InForce.FirstOrDefault(r => r.Class == kept && r.Borough is not null && r.Borough == borough)
        ?? InForce.First(r => r.Class == kept && r.Borough is null);

    public IReadOnlyList<RetentionRule> InForce => Rules.Count > 0 ? [.. Rules] : Usual;

    /// <summary>The shortest time that any borough keeps this class.</summary>
    public int ShortestYears(RecordClass kept) => InForce.Where(r => r.Class == kept).Min(r => r.Years);

    /// <summary>The first day on which the whole record may be reviewed for destruction.</summary>
    public DateOnly WholeRecordDue(DateOnly born, DateOnly lastUsed, string? borough)
    {
        var byRule = lastUsed.AddYears(For(RecordClass.WholeRecord, borough).Years);
        var child = lastUsed >= Birthday.Of(born, 18) ? byRule
            : Birthday.Of(born, lastUsed >= Birthday.Of(born, 17) ? SeventeenUntil : ChildUntil);

        return child > byRule ? child : byRule;
    }

    /// <returns>What is wrong with the rules as configured; nothing when all is well.</returns>
    public string? Fault() =>
        InForce.FirstOrDefault(r => r.Years < 1 || r.Name.Length is 0 or > RetentionRule.NameMaxLength || r.Source.Length == 0) is { } wrong
            ? $"Retention rule '{wrong.Name}': give it a name of up to {RetentionRule.NameMaxLength} letters, a source and at least one year."
        : Enum.GetValues<RecordClass>().Cast<RecordClass?>().FirstOrDefault(c => !InForce.Any(r => r.Class == c && r.Borough is null)) is { } missing
            ? $"Retention: there is no rule for {missing} that holds everywhere (without a borough)."
        : null;
}
