using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Fields;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kim.Cases.Features;

/// <summary>
/// Lists and searches the cases that the actor may see, newest first. The search runs over the search form of DIN 91379, so that
/// Müller, Mueller and Muller are found alike; of the term a keyed hash is kept.
/// </summary>
internal static class ListCases
{
    public sealed record Item(
        Guid Id, string Number, string Phase, [property: Field(FieldClass.Personal)] string FamilyName,
        [property: Field(FieldClass.Personal)] string GivenNames, string Ags, DateOnly OpenedOn,
        int OpenStructuralNeeds, int UnreadNotices);

    public sealed record Key(DateTimeOffset OpenedAt, Guid Id);

    private sealed record Row(Item Item, DateTimeOffset OpenedAt);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/cases", Handle)
        .WithName(nameof(ListCases))
        .WithSummary("List or search cases")
        .WithDescription("Newest first. A case manager sees own cases, the Fachaufsicht all. 'q' searches names and file numbers.")
        .RequireAuthorization(CasesPolicies.Read);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page,
        [Description("Phase code."), KnownCode(Vocabularies.Phase)] string? phase,
        [Description("Part of a name or of a file number."), StringLength(200)] string? q,
        CaseWork work, CancellationToken ct)
    {
        var start = page.Read<Key>();
        if (start.Error is { } error) return error.ToProblem();

        var cases = work.Db.Cases.AsNoTracking().VisibleTo(work.Actor);
        if (phase is not null) cases = cases.Where(found => found.Phase == phase);
        if (!string.IsNullOrWhiteSpace(q)) cases = Search(cases, q);
        if (start.Value.After is { } after)
            cases = cases.Where(found => EF.Functions.LessThan(ValueTuple.Create(found.OpenedAt, found.Id), ValueTuple.Create(after.OpenedAt, after.Id)));

        var rows = await Project(work.Db, cases.OrderByDescending(found => found.OpenedAt).ThenByDescending(found => found.Id).Take(start.Value.Take + 1)).ToListAsync(ct);
        var cut = Page.Of(rows, start.Value.Take, row => new Key(row.OpenedAt, row.Item.Id));
        work.Audit.Search("case", cut.Items.Select(row => row.Item.Id), q);
        return TypedResults.Ok(new Page<Item>([.. cut.Items.Select(row => row.Item)], cut.Next));
    }

    private static IQueryable<Case> Search(IQueryable<Case> cases, string q)
    {
        var number = q.Trim().ToUpperInvariant();
        var form = LatinNames.SearchForm(q);
        var loose = LatinNames.LooseForm(q);
        if (form.Length == 0) return cases.Where(found => found.Number.Contains(number));
        return cases.Where(found => found.SearchText.Contains(form) || found.SearchText.Contains(loose) || found.Number.Contains(number)
            || EF.Functions.TrigramsAreStrictWordSimilar(form, found.SearchText));
    }

    private static IQueryable<Row> Project(CasesDb db, IQueryable<Case> cases) => cases.Select(found => new Row(
        new Item(
            found.Id, found.Number, found.Phase, found.Person.FamilyName, found.Person.GivenNames, found.Ags, found.OpenedOn,
            db.StructuralNeeds.Count(need => need.CaseId == found.Id && need.State == StructuralNeed.Open),
            db.Notices.Count(notice => notice.CaseId == found.Id && notice.ReadAt == null)),
        found.OpenedAt));
}
