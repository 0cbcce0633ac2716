namespace Kim.Interpreters.Features.Pool;

/// <summary>The languages that may be asked for, with their dialects.</summary>
internal static class ListLanguages
{
    /// <summary>All languages.</summary>
    public sealed record Response(IReadOnlyList<Item> Items, string? Next);

    /// <summary>A language.</summary>
    public sealed record Item(string Code, string TitleDe, string TitleEn, IReadOnlyList<DialectItem> Dialects);

    /// <summary>A dialect.</summary>
    public sealed record DialectItem(string Code, string TitleDe, string TitleEn);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/languages", Handle)
        .WithName(nameof(ListLanguages))
        .WithSummary("Languages and dialects")
        .WithDescription("ISO 639-3 codes, by German name. A language is chosen, never inferred from a nationality.")
        .RequireAuthorization(InterpretersPolicies.ReadLanguages);

    private static async Task<Ok<Response>> Handle(InterpretersDb db, CancellationToken ct)
    {
        var languages = await db.Languages.AsNoTracking().Where(language => language.Interpreting)
            .OrderBy(language => language.NameDe).ThenBy(language => language.Code).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. languages.Select(language => new Item(
                language.Code, language.NameDe, language.NameEn,
                [.. language.Dialects.Select(dialect => new DialectItem(dialect.Code, dialect.NameDe, dialect.NameEn))]))],
            null));
    }
}
