using Bogus;
using GmConnect.Domain.Assessments;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Whoever leads has assessed some of them at home: begun from the story, confirmed, answered, and finished or left half way.</summary>
internal sealed class AssessmentChapter(Chronicle chronicle, OpenedCase opened, Shared lead, Story story, Randomizer chance)
{
    private const string Form = "home-and-therapy";
    private const int OneOf = 3;

    public void Write()
    {
        var form = AssessmentForms.Find(Form)!;
        if (!lead.IsAtWork(chronicle.Time.Now) || !form.For.Contains(lead.Agency.Agency.Kind) || chance.Number(1, OneOf) != 1)
        {
            return;
        }

        var by = new Stamp(lead.Worker!.Id, chronicle.Time.Now);
        var assessment = Assessment.Start(opened.File, lead.Agency.Id, form, by).Give(chronicle.Id("assessment"));
        var parts = lead.Consent.Parts.Select(p => p.Part).ToHashSet();
        var told = story.Confirmed.Where(p => parts.Contains(p.Part)).GroupBy(p => p.Part).Select(g => g.MaxBy(p => p.Number)!).ToList();
        foreach (var question in form.Questions)
        {
            if (StartAssessment.FromStory(question, told, chronicle.Time.Today) is var (value, from))
            {
                assessment.Prefill(question, value, from, by);
            }
        }

        var left = chance.Bool(0.25f) ? form.Sections[^1].Questions.Select(q => q.Id).ToHashSet() : [];
        foreach (var question in form.Questions.Where(q => !left.Contains(q.Id)))
        {
            Answer(assessment, question, by);
        }

        if (left.Count == 0)
        {
            assessment.Finish([], 0, by);
        }

        assessment.GiveAll(what => chronicle.Id($"{what} of the assessment"));
        chronicle.Rows.Add(assessment);
        chronicle.WorkerDid(lead.Worker, AccessKind.Changed, DataCategory.Case, lead.Consent.Purpose, lead.InCareTeam);
        chronicle.WorkerDid(lead.Worker, AccessKind.Looked, DataCategory.StoryPart, lead.Consent.Purpose, lead.UnderConsent, lead.Parts);
    }

    private void Answer(Assessment assessment, AssessmentQuestion question, Stamp by)
    {
        if (assessment.Standing(question.Id) is [var taken])
        {
            assessment.Confirm(question.Id, taken.Id, by);
        }
        else if (question.Id == "seen-on")
        {
            assessment.Save(new AnswerEdit(question.Id, "", $"{LondonTime.DayOf(by.At):yyyy-MM-dd}"), chronicle.Time.Today, by);
        }
        else if (AssessmentTexts.Answers.GetValueOrDefault(question.Id) is { } answers && assessment.IsAsked(question))
        {
            assessment.Save(new AnswerEdit(question.Id, "", chance.ArrayElement(answers)), chronicle.Time.Today, by);
        }
    }
}
