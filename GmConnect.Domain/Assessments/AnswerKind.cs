namespace GmConnect.Domain.Assessments;

/// <summary>How an answer of an assessment is asked for.</summary>
public enum AnswerKind
{
    /// <summary>One line.</summary>
    Text,

    LongText,
    OneOf,
    SomeOf,

    /// <summary>Yes, no, or not known.</summary>
    YesNo,

    Date,
    Number
}
