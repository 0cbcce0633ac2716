namespace Kim.Interpreters.Features.Pool;

/// <summary>The interpreters of the pool, for the desk. Personal data of volunteers: every page that is read is recorded.</summary>
internal static class ListPool
{
    /// <summary>An interpreter.</summary>
    public sealed record Item(
        Guid Id, string Key, [property: Field(FieldClass.Personal)] string DisplayName, [property: Field(FieldClass.Personal)] string Gender,
        [property: Field(FieldClass.Personal)] string HomeAgs, [property: Field(FieldClass.Personal)] int MaxDistanceKm,
        [property: Field(FieldClass.Personal)] IReadOnlyList<string> Modes, int Level, [property: Field(FieldClass.Personal)] IReadOnlyList<LanguageSkill> Languages,
        [property: Field(FieldClass.Personal)] IReadOnlyList<Window> Availability, [property: Field(FieldClass.Personal)] IReadOnlyList<string> DeclinedTopicClasses,
        [property: Field(FieldClass.Personal)] IReadOnlyList<Training> Trainings,
        [property: Field(FieldClass.Restricted)] DateOnly? FuehrungszeugnisOn, DateOnly? SecrecyDeclarationOn);

    /// <summary>A weekly window, wall-clock time.</summary>
    public sealed record Window(string Weekday, TimeOnly From, TimeOnly Until);

    internal sealed record Cursor(string Key);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/pool", Handle)
        .WithName(nameof(ListPool))
        .WithSummary("Interpreters of the pool")
        .WithDescription("By key. Contact data is not part of it and never leaves the pool.")
        .RequireAuthorization(InterpretersPolicies.ReadPool);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, InterpretersDb db, AuditBook audit, CancellationToken ct)
    {
        if (page.Read<Cursor>() is var start && start.Error is { } error) return error.ToProblem();
        var after = start.Value.After?.Key;
        var found = await db.Interpreters.AsNoTracking()
            .Where(interpreter => after == null || string.Compare(interpreter.Key, after) > 0)
            .OrderBy(interpreter => interpreter.Key).Take(start.Value.Take + 1).ToListAsync(ct);
        audit.Search("interpreter", found.Take(start.Value.Take).Select(interpreter => interpreter.Id));
        return TypedResults.Ok(Page.Of([.. found.Select(ToItem)], start.Value.Take, (Item item) => new Cursor(item.Key)));
    }

    private static Item ToItem(Interpreter found) => new(
        found.Id, found.Key, found.DisplayName, found.Gender, found.HomeAgs, found.MaxDistanceKm, found.Modes, found.Level, found.Languages,
        [.. found.Availability.Select(window => new Window(window.Weekday.ToString().ToUpperInvariant(), window.From, window.Until))],
        found.DeclinedTopicClasses, found.Trainings, found.FuehrungszeugnisOn, found.SecrecyDeclaredOn);
}
