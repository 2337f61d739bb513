using GmConnect.Domain.CarePlans;

namespace GmConnect.Web.Citizen.CarePlans;

/// <summary>What one "we have done this" button posts: the action, the state it showed and the one it asks for.</summary>
public static class PlanTick
{
    public static string Of(ActionShown action) =>
        $"{action.Id:N}:{action.Status}:{(action.IsOpen ? ActionStatus.Done : ActionStatus.ToDo)}";

    /// <summary>Nothing when it is not what <see cref="Of"/> writes.</summary>
    public static PlanEdit? Read(string posted) => posted.Split(':') is [var id, var shown, var wanted] && Guid.TryParse(id, out var action)
        ? new PlanEdit(action, PlanField.ActionStatus, shown, wanted)
        : null;
}
