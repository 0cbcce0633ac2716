using Kim.Contracts.Network;
using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.Network.Reference;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>
/// Records what a committee decided on an agenda item (domain.md 3.6.5). An adopted resolution orders a measure with owner and due
/// date; the affected cases hear of both in the same step, and the request's trace runs on into them.
/// </summary>
internal static class RecordResolution
{
    public sealed record MeasureRequest(
        [property: Required, StringLength(300)] string Title,
        [property: Required, StringLength(100), Description("Key of the organisation that owns it.")] string Owner,
        DateOnly DueOn);

    public sealed record Request(
        [property: Required, Description("ADOPTED, REJECTED, MORE_INFORMATION or PROJECT_GROUP.")] string Decision,
        [property: Required, StringLength(300)] string Title,
        [property: StringLength(2000), Description("Mandatory for REJECTED.")] string? Reason = null,
        [property: Description("AGS to which it applies; empty means the whole Kreis.")] IReadOnlyList<string>? Scope = null,
        [property: Description("Mandatory for ADOPTED, and only there.")] MeasureRequest? Measure = null);

    public sealed record Response(Guid Id, string Number, Guid? MeasureId);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/meetings/{id:guid}/agenda-items/{itemId:guid}/resolution", Handle)
        .WithName(nameof(RecordResolution))
        .WithSummary("Record a resolution")
        .WithDescription("ADOPTED takes the theme to BESCHLOSSEN, REJECTED to ABGELEHNT, MORE_INFORMATION to ZURUECKGESTELLT, PROJECT_GROUP to BERATEN. "
            + "Numbers run without gaps per committee and year.")
        .RequireAuthorization(NetworkPolicies.WriteResolutions)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Guid id, Guid itemId, Request request, NetworkWork work, ThemeBook themes, CancellationToken ct)
    {
        var meeting = await work.LockMeetingAsync(id, ct);
        if (meeting is null) return Error.NotFound("meeting").ToProblem();
        var item = meeting.Agenda.SingleOrDefault(row => row.Id == itemId);
        if (item is null) return Error.NotFound("agenda item").ToProblem();

        var text = TextOf(request, meeting, work.Today);
        if (text.Check() is { } incomplete) return incomplete.ToProblem();
        var owner = await OwnerAsync(work, text, ct);
        if (owner.Error is { } unknown) return unknown.ToProblem();

        var theme = (await themes.LockAsync(item.ThemeId, ct))!;
        var resolutionId = work.NewId();
        if (meeting.Decide(item, resolutionId).Error is { } decided) return decided.ToProblem();
        if (theme.Go(text.ThemeGoesTo, ThemeProcedure.ByCommittee, work.Now).Error is { } blocked) return blocked.ToProblem();

        var number = await work.Db.NextResolutionNumberAsync(meeting.Committee, text.On.Year, ct);
        var resolution = Resolution.Record(resolutionId, number, meeting, item, text);
        work.Db.Add(resolution);
        if (text.Measure is { } order) await AdoptAsync(work, themes, resolution, Measure.Order(work.NewId(), resolution, order, owner.Value!.Name), ct);
        await themes.AnnounceAsync(theme, ct);
        work.Audit.Change("resolution", resolution.Id);
        await work.Db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/network/resolutions/{resolution.Id}", new Response(resolution.Id, resolution.Number, resolution.MeasureId));
    }

    // Minutes are written before, during and after a meeting: the resolution bears the day of the meeting, but never a future one.
    private static DecisionText TextOf(Request request, Meeting meeting, DateOnly today)
    {
        var day = LocalDay.Of(meeting.StartsAt);
        var measure = request.Measure is { } ordered ? new MeasureOrder(ordered.Title.Trim(), ordered.Owner, ordered.DueOn) : null;
        return new DecisionText(request.Decision, request.Title.Trim(), request.Reason?.Trim(), request.Scope ?? [], measure, day < today ? day : today);
    }

    private static async Task<Result<Organisation?>> OwnerAsync(NetworkWork work, DecisionText text, CancellationToken ct)
    {
        if (await work.UnknownAgsAsync(text.Scope, ct) is not null) return Error.Invalid("ags-unknown", "There is no such municipality.", "scope");
        if (text.Measure is null) return (Organisation?)null;
        var owner = await work.Db.Organisations.AsNoTracking().SingleOrDefaultAsync(row => row.Key == text.Measure.Owner, ct);
        return owner is null ? Error.Invalid("organisation-unknown", "There is no such organisation.", "measure.owner") : owner;
    }

    private static async Task AdoptAsync(NetworkWork work, ThemeBook themes, Resolution resolution, Measure measure, CancellationToken ct)
    {
        resolution.CarriedOutBy(measure);
        work.Db.Add(measure);
        work.Events.Add(resolution.Id, new ResolutionAdopted
        {
            ResolutionId = resolution.Id,
            Version = 1,
            ThemeId = resolution.ThemeId,
            NeedIds = await themes.OpenNeedIdsAsync(resolution.ThemeId, ct),
            Number = resolution.Number,
            Title = resolution.Title,
            Committee = resolution.Committee,
            CommitteeName = resolution.CommitteeName,
            AdoptedOn = resolution.AdoptedOn,
            Scope = resolution.Scope,
            MeasureId = measure.Id,
            MeasureTitle = measure.Title,
            MeasureOwner = measure.Owner,
            MeasureOwnerName = measure.OwnerName,
            DueOn = measure.DueOn,
        });
    }
}
