using System.Linq.Expressions;
using Kim.Network.Domain;

namespace Kim.Network.Features;

/// <summary>A resolution as it is shown.</summary>
public sealed record ResolutionView(
    Guid Id, string Number, string Committee, string CommitteeName, Guid MeetingId, Guid ThemeId, string Decision, string Title,
    string? Reason, [property: Description("AGS; empty means the whole Kreis.")] IReadOnlyList<string> Scope, DateOnly AdoptedOn, Guid? MeasureId)
{
    internal static Expression<Func<Resolution, ResolutionView>> Of { get; } = row => new ResolutionView(
        row.Id, row.Number, row.Committee, row.CommitteeName, row.MeetingId, row.ThemeId, row.Decision, row.Title, row.Reason, row.Scope,
        row.AdoptedOn, row.MeasureId);
}
