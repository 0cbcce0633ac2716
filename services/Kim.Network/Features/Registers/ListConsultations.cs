using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The consultation log: support, worry, rejection and requests, with who said it and how many (S-51 to S-63).</summary>
internal static class ListConsultations
{
    public sealed record Query
    {
        [FromQuery(Name = "attitude"), Description("SUPPORT, WORRY, REJECTION, REQUEST or NEUTRAL."), StringLength(20)] public string? Attitude { get; init; }

        [FromQuery(Name = "stakeholder"), Description("Key of a group."), StringLength(60)] public string? Stakeholder { get; init; }

        [FromQuery(Name = "topic"), Description("Topic code."), StringLength(40)] public string? Topic { get; init; }
    }

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/consultations", Handle)
        .WithName(nameof(ListConsultations))
        .WithSummary("List the consultation log")
        .WithDescription("The statements of the profile first, then what the staff recorded, oldest first. A voice without a number is one that nobody counted.")
        .RequireAuthorization(NetworkPolicies.ReadConsultations);

    private static async Task<Results<Ok<Page<ConsultationView>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [AsParameters] Query query, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterPlace>();
        if (start.Error is { } error) return error.ToProblem();

        var rows = work.Db.Consultations.AsNoTracking();
        if (query.Attitude is { } attitude) rows = rows.Where(row => row.Attitude == attitude);
        if (query.Stakeholder is { } stakeholder) rows = rows.Where(row => row.Stakeholders.Contains(stakeholder));
        if (query.Topic is { } topic) rows = rows.Where(row => row.Topic == topic);
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Position, row.Id), ValueTuple.Create(after.Position, after.Id)));
        var items = await rows.OrderBy(row => row.Position).ThenBy(row => row.Id).Take(start.Value.Take + 1).Select(ConsultationView.Of).ToListAsync(ct);
        var cut = Page.Of(items, start.Value.Take, item => new AfterPlace(item.Position, item.Id));
        work.Audit.Search("consultation", cut.Items.Select(item => item.Id));
        return TypedResults.Ok(cut);
    }
}
