using GmConnect.Domain.Discharge;
using Microsoft.AspNetCore.Components;

namespace GmConnect.Web.Staff.Discharge;

/// <summary>One person of a board as it stands in an open page: what filters and counts need, and the cells ready-made.</summary>
public sealed class BoardLine
{
    public required StayRow Row { get; init; }

    public required MarkupString Cells { get; init; }

    public Guid StayId => Row.StayId;

    public bool IsLate => Row.HasMissedDose || Row.IsExpectedPast;

    /// <summary>A page that shows the other has something to draw.</summary>
    public bool Differs(BoardLine other) => Cells.Value != other.Cells.Value || IsLate != other.IsLate;
}
