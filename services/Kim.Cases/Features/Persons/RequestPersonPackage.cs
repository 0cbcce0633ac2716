using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Asks for the copy of all that every service holds of the person (Art. 15 DSGVO). It is collected in the background.</summary>
internal static class RequestPersonPackage
{
    public sealed record Request;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/person-packages", Handle)
        .WithName(nameof(RequestPersonPackage))
        .WithSummary("Ask for the copy of a person's data")
        .WithDescription("A package over all services: rows with German labels, purposes, legal bases, retention, recipients, accesses. Staff and other persons are blackened. Follow the location until its state is READY.")
        .RequireAuthorization(CasesPolicies.ReadPersons)
        .ProducesProblem(404);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(Guid id, Request? _, CaseWork work, CancellationToken ct)
    {
        if (!await work.Db.Cases.ForRightsOfPerson(work.Actor).AnyAsync(row => row.Id == id, ct)) return Error.NotFound("case").ToProblem();
        var package = PersonPackage.Ask(id, work.Act());
        work.Db.Add(package);
        work.Audit.Change("person-package", id);
        await work.Db.SaveChangesAsync(ct);
        return TypedResults.Created($"{Added.LocationOf(id)}/person-packages/{package.Id}", new Added(package.Id));
    }
}
