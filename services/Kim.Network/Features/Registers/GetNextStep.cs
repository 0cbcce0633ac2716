using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>One next step with its history.</summary>
internal static class GetNextStep
{
    public sealed record Response(
        Guid Id, string Key, string Title, string Kind, string State, IReadOnlyList<string> Allowed, DateOnly? ChangedOn,
        [property: Field(FieldClass.Personal)] IReadOnlyList<StepChange> History,
        DateOnly? DueOn, string? Committee, string? OpenQuestion, [property: Field(FieldClass.Personal)] string? Answer,
        [property: Field(FieldClass.Personal)] string? Note, bool Demo, IReadOnlyList<string> Sources)
    {
        internal static Response Of(NextStep step) => new(
            step.Id, step.Key, step.Title, step.Kind, step.State, StepState.After(step.State), step.ChangedOn, step.History, step.DueOn, step.Committee,
            step.OpenQuestion, step.Answer, step.Note, step.Demo, step.Sources);
    }

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/next-steps/{key}", Handle)
        .WithName(nameof(GetNextStep))
        .WithSummary("Get a next step")
        .WithDescription("With the states that are allowed next and each change by the staff. Answers with an ETag.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string key, NetworkWork work, CancellationToken ct)
    {
        var step = await work.Db.NextSteps.SingleOrDefaultAsync(row => row.Key == key, ct);
        if (step is null) return Error.NotFound("next step").ToProblem();
        work.Name(step);
        return TypedResults.Ok(Response.Of(step));
    }
}
