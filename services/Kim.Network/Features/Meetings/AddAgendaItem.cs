using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Network.Features;

/// <summary>Brings a theme to a meeting: the theme is EINGEBRACHT.</summary>
internal static class AddAgendaItem
{
    public sealed record Request(
        Guid ThemeId, [property: StringLength(200, MinimumLength = 1), Description("The theme's title unless told.")] string? Title = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/meetings/{id:guid}/agenda-items", Handle)
        .WithName(nameof(AddAgendaItem))
        .WithSummary("Put a theme on the agenda")
        .WithDescription("Of a meeting that was not held yet. The theme must be GEBUENDELT, ZURUECKGESTELLT or BERATEN, and becomes EINGEBRACHT.")
        .RequireAuthorization(NetworkPolicies.WriteMeetings)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(
        Guid id, Request request, NetworkWork work, ThemeBook themes, CancellationToken ct)
    {
        var meeting = await work.LockMeetingAsync(id, ct);
        if (meeting is null) return Error.NotFound("meeting").ToProblem();
        var theme = await themes.LockAsync(request.ThemeId, ct);
        if (theme is not { Visible: true }) return Error.Invalid("theme-unknown", "There is no such theme.", "themeId").ToProblem();

        var item = meeting.Add(work.NewId(), theme.Id, string.IsNullOrWhiteSpace(request.Title) ? theme.Title : request.Title.Trim());
        if (item.Error is { } refused) return refused.ToProblem();
        if (theme.Go(ThemeState.Eingebracht, ThemeProcedure.ByAgenda, work.Now).Error is { } blocked) return blocked.ToProblem();

        await themes.AnnounceAsync(theme, ct);
        work.Audit.Change("meeting", id);
        await work.SaveAsync(meeting, ct);
        return TypedResults.Created($"/api/v1/network/meetings/{id}", new Added(item.Value.Id));
    }
}
