using Kim.Benchmarks.Seed;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Kim.Benchmarks.Bare;

/// <summary>Read, list and create a case: the statements that Kim's handlers send, in one round trip, and the rows as JSON.</summary>
internal static class BareCases
{
    private static readonly SqlBatch Whole = SqlBatch.Of("read-case.sql"), Listed = SqlBatch.Of("list-cases.sql");
    private static readonly string Insert = Resource.Text("create-case.sql");

    /// <summary>The body of Kim's own operation.</summary>
    public sealed record Opening(Person Person, string Ags, string Occasion, string AccessPath, int HouseholdSize);

    /// <summary>The person in it.</summary>
    public sealed record Person(string GivenNames, string FamilyName, DateOnly BirthDate, string Sex, string[] Languages);

    public static void MapBareCases(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{id:guid}", (Guid id, Guid account, NpgsqlDataSource source, HttpContext http) => Whole.AnswerAsync(source, http, id, account));
        routes.MapGet("/cases", (Guid account, string phase, NpgsqlDataSource source, HttpContext http) => Listed.AnswerAsync(source, http, account, phase));
        routes.MapPost("/cases", CreateAsync);
    }

    private static async Task<IResult> CreateAsync(Opening opening, Guid account, NpgsqlDataSource source, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using var command = source.CreateCommand(Insert);
        foreach (var value in new object[]
        {
            id, opening.Person.GivenNames, opening.Person.FamilyName, opening.Person.BirthDate, opening.Person.Sex, opening.Person.Languages,
            SearchText(opening.Person), opening.Ags, opening.Occasion, opening.AccessPath, opening.HouseholdSize, account, now, Guid.NewGuid(),
        })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        var number = (string?)await command.ExecuteScalarAsync(ct);
        return TypedResults.Created($"/cases/{id}", new { id, number, phase = "ANFRAGE" });
    }

    // As long as Kim's, so that the index over it has the same work.
    private static string SearchText(Person person)
    {
        var name = $"{person.FamilyName} {person.GivenNames}".ToUpperInvariant();
        return $"{name} {name}";
    }
}
