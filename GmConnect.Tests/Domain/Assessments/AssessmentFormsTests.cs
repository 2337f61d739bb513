using GmConnect.Domain.Assessments;
using GmConnect.Domain.Stories;

namespace GmConnect.Tests.Domain.Assessments;

/// <summary>The forms are data, so nothing but these holds them together.</summary>
public class AssessmentFormsTests
{
    /// <summary>The Care and Support (Eligibility Criteria) Regulations 2014, regulation 2(2).</summary>
    private static readonly string[] _tenOutcomes =
        ["nutrition", "hygiene", "toilet", "clothing", "home-safe", "home-kept", "relationships", "work", "community", "caring"];

    public static TheoryData<string, int> Forms
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var form in AssessmentForms.All)
            {
                data.Add(form.Id, form.Version);
            }

            return data;
        }
    }

    [Fact]
    public void Versions_AreEachThereOnce_AndTheLatestIsBegunWith()
    {
        Assert.Equal(["care-act-needs", "carers", "home-and-therapy", "early-help"], AssessmentForms.Current.Select(f => f.Id));
        Assert.Distinct(AssessmentForms.All.Select(f => (f.Id, f.Version)));
        Assert.All(AssessmentForms.Current, f => Assert.Equal(AssessmentForms.All.Where(one => one.Id == f.Id).Max(one => one.Version), f.Version));
        Assert.All(AssessmentForms.All, f => Assert.Same(f, AssessmentForms.Of(f.Id, f.Version)));
    }

    [Theory, MemberData(nameof(Forms))]
    public void Form_HasEverythingThatIsShown(string id, int version)
    {
        var form = AssessmentForms.Of(id, version);

        Assert.InRange(form.Id.Length, 1, Assessment.FormMaxLength);
        Assert.NotEmpty(form.For);
        Assert.True(form.WithinDays > 0);
        Assert.Distinct(form.Sections.Select(s => s.Id));
        Assert.Distinct(form.Questions.Select(q => q.Id));
        Assert.All(form.Sections, s => Assert.NotEmpty(s.Questions));
        Assert.All(
            [form.Title, form.Says, form.Law, .. form.Sections.Select(s => s.Title), .. form.Questions.Select(q => q.Text)],
            words => Assert.False(string.IsNullOrWhiteSpace(words)));
        Assert.All(form.Questions, q =>
        {
            Assert.Matches("^[a-z][a-z-]*$", q.Id);
            Assert.InRange(q.Id.Length, 1, AssessmentAnswer.QuestionMaxLength);
        });
    }

    [Theory, MemberData(nameof(Forms))]
    public void Question_IsWhatItsKindNeeds(string id, int version) => Assert.All(AssessmentForms.Of(id, version).Questions, q =>
    {
        Assert.Equal(q.Kind is AnswerKind.OneOf or AnswerKind.SomeOf, q.Choices is { Count: > 1 });
        Assert.Equal(q.Kind is AnswerKind.Number, q is { Unit: not null, Least: not null, Most: not null } && q.Least < q.Most);
        Assert.True(!q.Past || q.Kind is AnswerKind.Date, q.Id);
        // What the family wrote, and what goes on the plan, are words.
        Assert.True((q.FromStory, q.Plan) == (null, null) || q.Kind is AnswerKind.LongText, q.Id);
        Assert.Distinct((q.Choices ?? []).Select(c => c.Id));
        Assert.DoesNotContain(q.Choices ?? [], c => c.Id.Contains(',', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(c.Text));
    });

    [Theory, MemberData(nameof(Forms))]
    public void Condition_IsAboutAnEarlierChoice_AndOneOfItsAnswers(string id, int version)
    {
        var earlier = new Dictionary<string, AssessmentQuestion>();
        foreach (var question in AssessmentForms.Of(id, version).Questions)
        {
            if (question.OnlyIf is { } only)
            {
                Assert.True(earlier.TryGetValue(only.Question, out var asked), $"{question.Id} waits for {only.Question}");
                Assert.NotEmpty(only.Is);
                Assert.Empty(only.Is.Except(asked.Choices?.Select(c => c.Id) ?? AssessmentValues.YesNo));
            }

            earlier[question.Id] = question;
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public void FromStory_NamesQuestionsOfTheStory_OfOnePart(string id, int version) => Assert.All(
        AssessmentForms.Of(id, version).Questions.Where(q => q.FromStory is not null),
        q => Assert.Single(q.FromStory!.Select(key => Assert.IsType<StoryQuestion>(StoryQuestions.Find(key)).Part).Distinct()));

    [Fact]
    public void NeedsAssessment_AsksTheTenOutcomes_EachInTheFiveWaysOfTheRegulations()
    {
        var form = AssessmentForms.Find("care-act-needs")!;

        Assert.All(_tenOutcomes, outcome =>
        {
            Assert.Equal(["alone", "help", "pain", "danger", "slow"], form.Find(outcome)!.Choices!.Select(c => c.Id));
            Assert.Equal((PlanUse.Need, true), (form.Find($"{outcome}-how")!.Plan, form.Find($"{outcome}-how")!.Required));
        });
        Assert.Equal(9, form.Find("wellbeing")!.Choices!.Count);
        Assert.True(form.Find("eligible") is { Required: true, AskAgain: true });
    }
}
