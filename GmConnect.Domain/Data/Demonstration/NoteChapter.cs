using GmConnect.Domain.Auditing;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>What those at work write in the case: for their agency, for the team, for the family.</summary>
internal static class NoteChapter
{
    public static void Write(Chronicle chronicle, OpenedCase opened, IReadOnlyList<Shared> shared)
    {
        var number = 0;
        foreach (var one in shared.Where(s => s.IsAtWork(chronicle.Time.Now)).ToList())
        {
            var audience = chronicle.Chance.Enum<CaseAudience>();
            chronicle.Time.Soon();
            var by = new Stamp(one.Worker!.Id, chronicle.Time.Now);
            var note = new CaseNote
            {
                Id = chronicle.Id($"note {number++}"), ResidentId = chronicle.ResidentId, CaseFileId = opened.File.Id, AgencyId = one.Agency.Id, WrittenBy = by.By
            };
            note.Write(new NoteTyped(chronicle.Chance.ArrayElement(NoteTexts.For(audience)), audience, null), chronicle.Time.Today, by);
            // Now and then somebody was called away.
            if (chronicle.Chance.Bool(0.9f))
            {
                note.Approve(by);
            }

            chronicle.Rows.Add(note);
            chronicle.WorkerDid(one.Worker, AccessKind.Changed, DataCategory.Case, one.Consent.Purpose, one.InCareTeam);
        }
    }
}
