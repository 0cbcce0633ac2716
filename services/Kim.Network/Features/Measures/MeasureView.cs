using Kim.Network.Domain;

namespace Kim.Network.Features;

/// <summary>A measure as it is shown.</summary>
public sealed record MeasureView(
    Guid Id, Guid ResolutionId, string ResolutionNumber, Guid ThemeId, string Title,
    [property: Description("Key of the organisation.")] string Owner, string OwnerName, DateOnly DecidedOn, DateOnly DueOn, string State,
    DateOnly? StartedOn, DateOnly? CompletedOn, string? Outcome, [property: Description("Due before today and not completed.")] bool Overdue)
{
    internal static MeasureView Of(Measure row, DateOnly today) => new(
        row.Id, row.ResolutionId, row.ResolutionNumber, row.ThemeId, row.Title, row.Owner, row.OwnerName, row.DecidedOn, row.DueOn, row.State,
        row.StartedOn, row.CompletedOn, row.Outcome, row.State != MeasureState.Completed && row.DueOn < today);
}
