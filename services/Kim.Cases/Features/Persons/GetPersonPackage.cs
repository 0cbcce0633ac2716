using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Shows how far the copy of a person's data is.</summary>
internal static class GetPersonPackage
{
    /// <summary>State is COLLECTING or READY; WaitingFor names services that have not answered; ExpiresOn is the first day on which it is gone.</summary>
    public sealed record Response(Guid Id, string State, IReadOnlyList<string> WaitingFor, DateTimeOffset RequestedAt, DateTimeOffset? ReadyAt, DateOnly? ExpiresOn);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/cases/{id:guid}/person-packages/{packageId:guid}", Handle)
        .WithName(nameof(GetPersonPackage))
        .WithSummary("Read how far the copy of a person's data is")
        .WithDescription("COLLECTING, with the services that have not answered, or READY with the day on which it is gone.")
        .RequireAuthorization(CasesPolicies.ReadPersons)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Guid packageId, CaseWork work, CancellationToken ct)
    {
        var found = await work.Db.Set<PersonPackage>().AsNoTracking().Where(row => row.Id == packageId && row.CaseId == id)
            .Select(row => new { row.WaitingFor, row.RequestedAt, row.ReadyAt, row.ExpiresOn }).SingleOrDefaultAsync(ct);
        if (found is null) return Error.NotFound("person package").ToProblem();
        work.Audit.Read("person-package", id);
        var state = found.ReadyAt is null ? PersonPackage.Collecting : PersonPackage.Ready;
        return TypedResults.Ok(new Response(packageId, state, found.WaitingFor, found.RequestedAt, found.ReadyAt, found.ExpiresOn));
    }
}
