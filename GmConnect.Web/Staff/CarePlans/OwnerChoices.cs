using GmConnect.Domain.CarePlans;

namespace GmConnect.Web.Staff.CarePlans;

/// <summary>Who can do an action, as a list to choose from: the family, each agency, and beneath it its workers in the care team.</summary>
public static class OwnerChoices
{
    /// <param name="standing">The owner that stands is offered also when its permission ended: it must be shown as it is.</param>
    public static IEnumerable<(string Value, string Text)> Of(IReadOnlyList<OwnerToChoose> owners, string family, PlanOwner standing = default, string? standingName = null)
    {
        (string Value, string Text)[] all =
        [
            ("", family),
            .. owners.SelectMany(owner => owner.Workers
                .Select(worker => (PlanValues.Of(new PlanOwner(owner.AgencyId, worker.AccountId)), $"{worker.Name}, {owner.Name}"))
                .Prepend((PlanValues.Of(owner.AgencyId), owner.Name)))
        ];

        return all.Any(one => one.Value == PlanValues.Of(standing)) ? all : all.Append((PlanValues.Of(standing), standingName ?? ""));
    }
}
