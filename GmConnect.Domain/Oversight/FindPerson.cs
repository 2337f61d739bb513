using System.Globalization;
using System.Text;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

/// <param name="MayOpen">The worker has a ground already; else an override would be needed.</param>
public sealed record PersonFound(Guid ResidentId, bool MayOpen);

/// <summary>
/// A worker who knows somebody's whole name and birth date asks whether there is a record. Only a worker with a ground, or with
/// the right to override, learns that there is one; never for somebody protected, and an unknown person looks the same.
/// </summary>
public sealed class FindPerson(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<IReadOnlyList<PersonFound>>> ExecuteAsync(
        string? name, DateOnly? born, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<IReadOnlyList<PersonFound>>>(async database =>
        {
            var wanted = Folded(name ?? "");
            if (!wanted.Contains(' ') || born is not { } birthDate)
            {
                return new SearchNeedsNameAndBirthDate();
            }

            var found = await door.SearchAsync(
                database,
                people => people.Where(r => r.BirthDate == birthDate),
                person => Folded(person.FullName) == wanted || (person.PreferredName is { } called && Folded($"{called} {person.FamilyName}") == wanted),
                Asking.ToRead(actor),
                cancellationToken);

            return Outcome.Of<IReadOnlyList<PersonFound>>([.. found.Select(f => new PersonFound(f.ResidentId, f.Decision.Permits))]);
        }, cancellationToken);

    /// <summary>Without accents, capitals and doubled blanks.</summary>
    private static string Folded(string name) => string.Join(' ', string
        .Concat(name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark))
        .ToUpperInvariant()
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
