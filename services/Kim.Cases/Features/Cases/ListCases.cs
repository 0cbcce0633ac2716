using Kim.Cases.Data;
using Kim.Cases.Reference;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Fields;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using System.ComponentModel;

namespace Kim.Cases.Features;

/// <summary>
/// Lists the cases that the actor may see, newest first. Names do not belong into an address, which proxies and browsers keep: the
/// search is <see cref="SearchCases"/>.
/// </summary>
internal static class ListCases
{
    public sealed record Item(
        Guid Id, string Number, string Phase, [property: Field(FieldClass.Personal)] string FamilyName,
        [property: Field(FieldClass.Personal)] string GivenNames, string Ags, DateOnly OpenedOn,
        int OpenStructuralNeeds, int UnreadNotices);

    public sealed record Key(DateTimeOffset OpenedAt, Guid Id);

    private sealed record Row(Item Item, DateTimeOffset OpenedAt);

    private static readonly Error SearchByPost = Error.Invalid("search-by-post", "Names do not belong into an address. Send the search to POST /cases/searches.", "q");

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/cases", Handle)
        .WithName(nameof(ListCases))
        .WithSummary("List cases")
        .WithDescription("Newest first. A case manager sees own cases, the Fachaufsicht all. To search by name or file number: SearchCases.")
        .RequireAuthorization(CasesPolicies.Read)
        .ReadsInOneTrip();

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page,
        [Description("Phase code."), KnownCode(Vocabularies.Phase)] string? phase,
        HttpContext http, Actor actor, OneTrip trip, CancellationToken ct) =>
        http.Request.Query.ContainsKey("q") ? SearchByPost.ToProblem() : await FindAsync(page, CaseList.VisibleTo(actor).InPhase(phase), null, trip, ct);

    /// <summary>One page of a list; the text is what was searched for, for the audit.</summary>
    internal static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> FindAsync(PageRequest page, CaseList list, string? text, OneTrip trip, CancellationToken ct)
    {
        var start = page.Read<Key>();
        if (start.Error is { } error) return error.ToProblem();

        if (start.Value.After is { } after) list.After(after.OpenedAt, after.Id);
        var rows = await trip.ListAsync("case", list.First(start.Value.Take + 1), new ShownPage(start.Value.Take, text), Read, ct);
        var cut = Page.Of(rows, start.Value.Take, row => new Key(row.OpenedAt, row.Item.Id));
        return TypedResults.Ok(new Page<Item>([.. cut.Items.Select(row => row.Item)], cut.Next));
    }

    private static Row Read(NpgsqlDataReader row) => new(
        new Item(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetFieldValue<DateOnly>(6),
            row.GetInt32(8), row.GetInt32(9)),
        row.GetFieldValue<DateTimeOffset>(7));
}
