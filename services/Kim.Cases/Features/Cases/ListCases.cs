using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Fields;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
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
        .RequireAuthorization(CasesPolicies.Read);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page,
        [Description("Phase code."), KnownCode(Vocabularies.Phase)] string? phase,
        HttpContext http, CaseWork work, CancellationToken ct) =>
        http.Request.Query.ContainsKey("q") ? SearchByPost.ToProblem() : await FindAsync(page, phase, null, work, ct);

    /// <summary>One page of the visible cases, of those alone that a search finds when there is one.</summary>
    internal static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> FindAsync(PageRequest page, string? phase, string? q, CaseWork work, CancellationToken ct)
    {
        var start = page.Read<Key>();
        if (start.Error is { } error) return error.ToProblem();

        var cases = work.Db.Cases.AsNoTracking().VisibleTo(work.Actor);
        if (phase is not null) cases = cases.Where(found => found.Phase == phase);
        if (!string.IsNullOrWhiteSpace(q)) cases = SearchCases.Among(cases, q);
        if (start.Value.After is { } after)
            cases = cases.Where(found => EF.Functions.LessThan(ValueTuple.Create(found.OpenedAt, found.Id), ValueTuple.Create(after.OpenedAt, after.Id)));

        var rows = await Project(work.Db, cases.OrderByDescending(found => found.OpenedAt).ThenByDescending(found => found.Id).Take(start.Value.Take + 1)).ToListAsync(ct);
        var cut = Page.Of(rows, start.Value.Take, row => new Key(row.OpenedAt, row.Item.Id));
        work.Audit.Search("case", cut.Items.Select(row => row.Item.Id), q);
        return TypedResults.Ok(new Page<Item>([.. cut.Items.Select(row => row.Item)], cut.Next));
    }

    private static IQueryable<Row> Project(CasesDb db, IQueryable<Case> cases) => cases.Select(found => new Row(
        new Item(
            found.Id, found.Number, found.Phase, found.Person.FamilyName, found.Person.GivenNames, found.Ags, found.OpenedOn,
            db.StructuralNeeds.Count(need => need.CaseId == found.Id && need.State == StructuralNeed.Open),
            db.Notices.Count(notice => notice.CaseId == found.Id && notice.ReadAt == null)),
        found.OpenedAt));
}
