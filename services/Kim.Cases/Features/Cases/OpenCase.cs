using System.ComponentModel.DataAnnotations;
using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Cases.Features;

/// <summary>Opens a case for a person. Nothing is shared with another agency before a consent names it (domain.md 3.4).</summary>
internal static class OpenCase
{
    public sealed record Request(
        PersonRequest Person,
        [Required, StringLength(8)] string Ags,
        [Required, StringLength(500)] string Occasion,
        [Required, KnownCode(Vocabularies.AccessPath)] string AccessPath,
        [Range(1, 30)] int HouseholdSize);

    public sealed record Response(Guid Id, string Number, string Phase);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases", Handle)
        .WithName(nameof(OpenCase))
        .WithSummary("Open a case")
        .WithDescription("Opens a case in the phase ANFRAGE. The caller becomes its responsible case manager. Names follow DIN 91379.")
        .RequireAuthorization(CasesPolicies.Write);

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Request request, CaseWork work, CancellationToken ct)
    {
        var act = work.Act();
        var person = request.Person.ToPerson();
        // Asked before the number is drawn: a refused opening should not leave a gap in the file numbers.
        if (person.Check(act.Day) is { } invalid) return invalid.ToProblem();
        if (await CaseNumbers.NextAsync(work.Db, act.Day.Year, request.Ags, ct) is not { } number)
            return Error.Invalid("unknown-ags", "No municipality of the profile has this AGS.", "ags").ToProblem();

        var frame = new CaseFrame(request.Ags, request.Occasion.Trim(), request.AccessPath, request.HouseholdSize);
        var opened = Case.Open(number, person, frame, act);
        if (opened.Error is { } error) return error.ToProblem();

        await work.SaveOpenedAsync(opened.Value, ct);
        return TypedResults.Created(Added.LocationOf(opened.Value.Id), new Response(opened.Value.Id, number, opened.Value.Phase));
    }
}
