using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Persons;

/// <summary>The door through which cases collects the copy of a person's data (Art. 15 DSGVO) from each holder of a reference.</summary>
public static class PersonDataEndpoint
{
    private const int Most = 500;

    /// <summary>The references that this service knows; they stand in the body, because addresses are logged and traced.</summary>
    public sealed record Request(IReadOnlyList<Guid>? References);

    /// <summary>Maps the operation.</summary>
    /// <param name="api">The service's API.</param>
    /// <param name="policy">A policy that is open to the client of cases alone.</param>
    public static void MapPersonData(this RouteGroupBuilder api, string policy) => api
        .MapPost("/person-data", HandleAsync)
        .WithName("ReadPersonData")
        .WithSummary("What is held under some references")
        .WithDescription("For cases alone, which puts the copy of a person's data together (Art. 15 DSGVO). Staff and other persons are blackened.")
        .RequireAuthorization(policy);

    private static async Task<Results<Ok<HeldData>, ProblemHttpResult>> HandleAsync(Request request, PersonRows rows, AuditBook audit, KimDbContext db, CancellationToken ct)
    {
        if (request.References is not { Count: > 0 and <= Most } references) return Error.Invalid("references-missing", $"Name 1 to {Most} references.", "references").ToProblem();
        // The client has no role and sees no row: this one operation reads past the second fence, under the references it was given.
        await db.Database.ExecuteSqlAsync($"select set_config('kim.scope', 'system', true)", ct);
        foreach (var reference in references) audit.Export("person-data", reference);
        return TypedResults.Ok(await rows.ReadAsync(references, ct));
    }
}
